using System.Net;

namespace FollowUp.Web.Tests.Api;

public sealed class ProviderFeedTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    ApiClient Camille => host.As(ApiHost.Camille);

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_subscriber_reads_the_facts_and_the_shared_notes()
    {
        await host.SubmitAndValidate();
        await Camille.SendCommand("P-1001", """{"type":"record-call","outcome":"talking-to","provider":"PR-1"}""");
        await Camille.SendCommand("P-1001", """{"type":"add-note","text":"Décision avant Noël.","visibility":"shared"}""");
        await Camille.SendCommand("P-1001", """{"type":"add-note","text":"Difficile au téléphone.","visibility":"internal"}""");

        var feed = (await host.Website.Get("/api/projects/P-1001/feed?provider=PR-1")).HasStatus(HttpStatusCode.OK);
        Assert.Equal("in-follow-up", feed["phase"]);
        Assert.Equal("2026-11-23", feed["lastContact"]);
        Assert.Equal("en discussion avec vous", feed["clientSays"]);
        Assert.Equal("2027-01-31", feed["expectedDate"]);
        Assert.Equal("Décision avant Noël.", feed.Json.GetProperty("notes")[0].GetProperty("text").GetString());
        Assert.DoesNotContain("Difficile", feed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Identities_of_the_client_and_other_providers_never_appear()
    {
        await host.SubmitAndValidate();
        await host.Website.ReportProviderAction("PR-1");
        await Camille.SendCommand("P-1001", """{"type":"record-call","outcome":"talking-to","provider":"PR-1"}""");
        await Camille.SendCommand("P-1001", """
            {"type":"add-note","visibility":"shared","masking":"masked","text":"MARTIN Jeanne (atelier martin, Jéanne) hésite entre studio lumiere, PR-1 et vous ; 01 99 00 12 34 ou +33.1.99.00.12.34, jeanne@atelier-martin.example. Rappel le 15/12/2026, 4200 euros."}
            """);

        var feed = (await host.Website.Get("/api/projects/P-1001/feed?provider=PR-3")).HasStatus(HttpStatusCode.OK);
        Assert.Equal("en discussion avec un prestataire", feed["clientSays"]);
        foreach (var secret in new[] { "Martin", "Jeanne", "Jéanne", "Lumi", "PR-1\"", "99", "atelier-martin", "@" })
        {
            Assert.DoesNotContain(secret, feed.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("15/12/2026, 4200 euros", feed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phase", "phase")]
    [InlineData("last-contact", "lastContact")]
    [InlineData("client-says", "clientSays")]
    [InlineData("expected-date", "expectedDate")]
    public async Task A_withheld_fact_is_absent_until_it_is_published_again(string fact, string field)
    {
        await host.SubmitAndValidate();
        await Camille.SendCommand("P-1001", """{"type":"record-call","outcome":"still-looking"}""");
        await Camille.SendCommand("P-1001", $$"""{"type":"share-fact","fact":"{{fact}}","published":false}""");
        Assert.Null((await host.Website.Get("/api/projects/P-1001/feed?provider=PR-1")).HasStatus(HttpStatusCode.OK)[field]);

        await Camille.SendCommand("P-1001", $$"""{"type":"share-fact","fact":"{{fact}}","published":true}""");
        Assert.NotNull((await host.Website.Get("/api/projects/P-1001/feed?provider=PR-1"))[field]);
    }

    [Fact]
    public async Task Access_ends_with_the_subscription_at_midnight_in_Paris()
    {
        await host.SubmitProject();
        (await host.Website.Get("/api/projects/P-1001/feed?provider=PR-2")).HasProblem(HttpStatusCode.Forbidden, "privilege-required");
        (await host.Website.Get("/api/projects/P-1001/feed?provider=PR-404")).HasProblem(HttpStatusCode.Forbidden, "privilege-required");

        host.Time.SetUtcNow(new DateTimeOffset(2026, 12, 31, 22, 59, 0, TimeSpan.Zero));
        (await host.Website.Get("/api/projects/P-1001/feed?provider=PR-3")).HasStatus(HttpStatusCode.OK);
        host.Time.SetUtcNow(new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero));
        (await host.Website.Get("/api/projects/P-1001/feed?provider=PR-3")).HasProblem(HttpStatusCode.Forbidden, "privilege-required");
        (await host.Website.Get("/api/providers/PR-3/feed")).HasProblem(HttpStatusCode.Forbidden, "privilege-required");
    }

    [Fact]
    public async Task Every_read_and_refusal_is_audited()
    {
        await host.SubmitProject();
        await host.Website.Get("/api/projects/P-1001/feed?provider=PR-1");
        await host.Website.Get("/api/projects/P-1001/feed?provider=PR-2");

        var audit = await host.Store.Audit.Read("P-1001", 10, TestContext.Current.CancellationToken);
        Assert.Equal([("PR-2", "feed", "privilege-required"), ("PR-1", "feed", "read")], audit.Select(e => (e.By, e.What, e.Code)));
    }

    [Fact]
    public async Task A_provider_feed_covers_all_projects_that_the_provider_acted_on()
    {
        await host.SubmitAndValidate("P-1");
        await host.SubmitAndValidate("P-2");
        await host.SubmitAndValidate("P-3");
        await host.Website.ReportProviderAction("PR-1", id: "P-1");
        await host.Website.ReportProviderAction("PR-1", id: "P-2");
        host.Time.Advance(TimeSpan.FromHours(1));
        await Camille.SendCommand("P-2", """{"type":"add-note","text":"Du nouveau.","visibility":"shared"}""");

        var all = (await host.Website.Get("/api/providers/PR-1/feed")).HasStatus(HttpStatusCode.OK).Json.GetProperty("projects");
        Assert.Equal(["P-1", "P-2"], all.EnumerateArray().Select(p => p.GetProperty("project").GetString()!));
        var since = (await host.Website.Get("/api/providers/PR-1/feed?since=2026-11-23T09:30:00+01:00")).HasStatus(HttpStatusCode.OK);
        Assert.Equal("P-2", Assert.Single(since.Json.GetProperty("projects").EnumerateArray()).GetProperty("project").GetString());
        Assert.Empty((await host.Website.Get("/api/providers/PR-1/feed?since=2026-11-24")).Json.GetProperty("projects").EnumerateArray());
    }

    [Fact]
    public async Task Missing_parameters_and_unknown_ids_are_refused()
    {
        await host.SubmitProject();
        Assert.Equal(["provider"], (await host.Website.Get("/api/projects/P-1001/feed")).ErrorFields);
        Assert.Equal(["since"], (await host.Website.Get("/api/providers/PR-1/feed?since=yesterday")).ErrorFields);
        Assert.Equal(["since"], (await host.Website.Get("/api/providers/PR-1/feed?since=-9998-01-01")).ErrorFields);
        (await host.Website.Get("/api/projects/P-404/feed?provider=PR-1")).HasProblem(HttpStatusCode.NotFound, "unknown-project");
        (await host.Website.Get("/api/providers/PR-404/feed")).HasProblem(HttpStatusCode.NotFound, "unknown-provider");
    }
}
