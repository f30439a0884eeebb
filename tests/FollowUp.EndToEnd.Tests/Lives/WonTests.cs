namespace FollowUp.EndToEnd.Tests;

public sealed class WonTests
{
    [Fact]
    public async Task Two_missed_calls_serious_three_relaunches_and_the_client_chose_a_provider()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        Assert.Equal("awaiting-validation", life.Phase);

        await life.IsCalledWhenDue("no-answer");
        await life.IsCalledWhenDue("voicemail");
        await life.IsCalledWhenDue("serious");
        Assert.Equal("in-follow-up", life.Phase);

        await life.ProviderActs("PR-2");
        await life.WaitsForMail("RelaunchFirst");
        await life.WaitsForMail("RelaunchLater");
        await life.IsCalledWhenDue("no-answer");
        Assert.Equal("in-follow-up", life.Phase);

        var relaunch = (await life.Mails("RelaunchLater"))[^1];
        await life.ClosesByLink(relaunch, "chose", ("provider", "PR-2"));

        Assert.Equal(("won", "won", "PR-2"), (life.Phase, life.Seen.Result, life.Seen.Provider));
        await life.WaitsForMail("OutcomeThanks");
    }

    [Fact]
    public async Task An_answer_that_was_given_already_is_said_to_be_recorded_and_changes_nothing()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");
        var mail = await life.WaitsForMail("RelaunchFirst");
        await life.ClosesByLink(mail, "chose", ("provider", ""), ("otherProvider", "Studio Hirondelle"));
        var version = life.Seen.Version;

        using var browser = host.Client();
        var again = await LinkPage.Open(browser, mail.Link);
        await life.Look();

        Assert.Equal("won", life.Phase);
        Assert.Equal(version, life.Seen.Version);
        Assert.Contains("enregistr", again.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_website_reports_that_the_client_awarded_the_project()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");

        await life.Website("signals", new() { ["kind"] = "awarded", ["provider"] = "PR-4", ["at"] = Host.Rfc3339(await host.Now()) });

        Assert.Equal(("won", "PR-4"), (life.Phase, life.Seen.Provider));
    }
}
