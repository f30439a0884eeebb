using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>One project from its submission to its end, on any store.</summary>
public abstract class WholeLife(Func<StoreLocation> createStore)
{
    [Fact]
    public async Task Two_missed_calls_a_validation_and_three_relaunches_end_with_the_choice_of_a_provider()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());
        var life = await Life.SubmitCompany(host);
        Assert.Equal("awaiting-validation", life.Phase);

        await life.RecordCallWhenDue("no-answer");
        await life.RecordCallWhenDue("voicemail");
        await life.RecordCallWhenDue("serious");
        Assert.Equal("in-follow-up", life.Phase);

        await life.ReportProviderAction("PR-2");
        await life.AdvanceToMail("RelaunchFirst");
        await life.AdvanceToMail("RelaunchLater");
        await life.RecordCallWhenDue("no-answer");
        Assert.Equal("in-follow-up", life.Phase);

        var relaunch = (await life.GetMails("RelaunchLater"))[^1];
        await life.CloseByLink(relaunch, "chose", ("provider", "PR-2"));

        Assert.Equal(("won", "won", "PR-2"), (life.Phase, life.Project.Result, life.Project.Provider));
        await life.AdvanceToMail("OutcomeThanks");
    }
}
