namespace FollowUp.EndToEnd.Tests.Lives;

public sealed class SilentTests(SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task Silence_ends_in_dormancy_and_a_sign_of_life_ends_that()
    {
        var host = await demo.BeginTest();
        var life = await SubmitAndBecomeDormant(host);

        await life.AdvanceToMail("LightMail");
        var second = await life.AdvanceToMail("LightMail");
        Assert.Equal("dormant", life.Phase);

        await life.AnswerByLink(second, ("answer", "still-looking"));
        Assert.Equal("in-follow-up", life.Phase);

        var relaunch = await life.AdvanceToMail("RelaunchFirst");
        await life.CloseByLink(relaunch, "gave-up");
        life.AssertDead("abandoned");
    }

    [Fact]
    public async Task A_silent_client_gets_the_cadence_then_a_mail_a_quarter_and_closing_waits_for_approval()
    {
        var host = await demo.BeginTest();
        var life = await SubmitAndBecomeDormant(host);
        var dormantSince = life.Project.LastEventAt;
        for (var quarter = 1; quarter <= 3; quarter++)
        {
            var mail = await life.AdvanceToMail("LightMail");
            Assert.InRange((mail.At - dormantSince.AddMonths(3 * quarter)).TotalDays, -0.1, 5);
        }

        Assert.Equal(3, (await life.GetMails("RelaunchFirst")).Count + (await life.GetMails("RelaunchLater")).Count);
        Assert.Single(await life.GetMails("Warning"));

        // After two dormant years closing is asked for; the request gets no answer.
        await life.AdvanceUntil(p => p.Next == "approve");
        var asked = life.Project.LastEventAt;
        Assert.Equal(7, (await life.GetMails("LightMail")).Count);
        Assert.Equal(life.Project.Coordinator, Assert.Single(await life.GetMails("ApprovalRequest")).To);
        await life.AdvanceUntil(p => p.Next != "approve");
        Assert.Equal("dormant", life.Phase);

        // A quarter later it is asked for again; the answer is no.
        await life.AdvanceUntil(p => p.Next == "approve");
        Assert.InRange((life.Project.LastEventAt - asked.AddMonths(3)).TotalDays, -5, 5);
        await life.GiveCommand("approve", ("approve", false));
        Assert.Equal("dormant", life.Phase);

        // The third time the answer is yes, by the link.
        await life.AdvanceUntil(p => p.Next == "approve");
        await life.AnswerByLink((await life.GetMails("ApprovalRequest"))[^1], ("approve", "true"), ("project", life.Id));
        life.AssertDead("no-sign-of-life");
    }

    /// <summary>A validated client who never answers again.</summary>
    static async Task<Life> SubmitAndBecomeDormant(HostProcess host)
    {
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        await life.AdvanceToMail("RelaunchFirst");
        await life.AdvanceToMail("RelaunchLater");
        await life.RecordCallWhenDue("no-answer");
        await life.AdvanceToMail("RelaunchLater");
        await life.AdvanceToMail("Warning");
        Assert.Equal("in-follow-up", life.Phase);
        await life.AdvanceUntil(p => p.Phase == "dormant");
        return life;
    }
}
