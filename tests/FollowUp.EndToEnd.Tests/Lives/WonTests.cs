namespace FollowUp.EndToEnd.Tests.Lives;

public sealed class WonTests
{
    [Fact]
    public async Task Two_missed_calls_serious_three_relaunches_and_the_client_chose_a_provider()
    {
        await using var host = await HostProcess.StartEmptyDemo();
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

    [Fact]
    public async Task An_answer_that_was_given_already_is_said_to_be_recorded_and_changes_nothing()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        var mail = await life.AdvanceToMail("RelaunchFirst");
        await life.CloseByLink(mail, "chose", ("provider", ""), ("otherProvider", "Studio Hirondelle"));
        var version = life.Project.Version;

        using var browser = host.CreateClient();
        var again = await LinkPage.Open(browser, mail.Link);
        await life.Refresh();

        Assert.Equal("won", life.Phase);
        Assert.Equal(version, life.Project.Version);
        Assert.Contains("enregistr", again.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_website_reports_that_the_client_awarded_the_project()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");

        await life.PostFromWebsite("signals", new() { ["kind"] = "awarded", ["provider"] = "PR-4", ["at"] = HostProcess.FormatTime(await host.Now()) });

        Assert.Equal(("won", "PR-4"), (life.Phase, life.Project.Provider));
    }
}
