namespace FollowUp.EndToEnd.Tests.Lives;

public sealed class WonTests(SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task A_link_that_was_answered_shows_the_recorded_answer_and_changes_nothing()
    {
        var host = await demo.BeginTest();
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
    public async Task An_award_reported_by_the_website_wins_the_project()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");

        await life.PostFromWebsite("signals", new() { ["kind"] = "awarded", ["provider"] = "PR-4", ["at"] = HostProcess.FormatTime(await host.Now()) });

        Assert.Equal(("won", "PR-4"), (life.Phase, life.Project.Provider));
    }
}
