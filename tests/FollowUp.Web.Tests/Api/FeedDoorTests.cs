using System.Net;

namespace FollowUp.Web.Tests.Api;

/// <summary>What each door of the feed shows: subscription × scope × acted × phase × published.</summary>
public sealed class FeedDoorTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    public static TheoryData<string, string, bool, string, bool> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, bool, string, bool>();
            foreach (var until in new[] { "2027-06-30", "2026-11-22", "null" })
            {
                foreach (var scope in new[] { "all", "mine" })
                {
                    foreach (var acted in new[] { true, false })
                    {
                        foreach (var phase in new[] { "awaiting-validation", "in-follow-up", "dead" })
                        {
                            rows.Add(until, scope, acted, phase, true);
                            rows.Add(until, scope, acted, phase, false);
                        }
                    }
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_door_shows_what_the_table_says(string until, string scope, bool acted, string phase, bool published)
    {
        var day = until == "null" ? "null" : $"\"{until}\"";
        (await host.Website.Put(
            "/api/providers/PR-9", $$"""{"name":"Kerlann Web","email":"contact@kerlann.example","language":"fr","privilegeUntil":{{day}},"scope":"{{scope}}"}"""))
            .HasStatus(HttpStatusCode.OK);
        await (phase == "awaiting-validation" ? host.SubmitProject() : host.SubmitAndValidate());
        if (acted)
        {
            await host.Website.ReportProviderAction("PR-9");
        }

        var camille = host.As(ApiHost.Camille);
        if (!published)
        {
            await camille.SendCommand("P-1001", """{"type":"share-fact","fact":"phase","published":false}""");
        }

        if (phase == "dead")
        {
            await camille.SendCommand("P-1001", """{"type":"close","result":"dead","reason":"abandoned"}""");

            // Until then the closing could be undone, and the feed does not tell of it.
            host.Time.Advance(TimeSpan.FromMinutes(10));
        }

        var live = until == "2027-06-30";
        var expected = !live ? "privilege-required" : scope == "mine" && !acted ? "outside-subscription" : null;

        // The door of one project.
        var project = await host.Website.Get("/api/projects/P-1001/feed?provider=PR-9");
        if (expected is not null)
        {
            project.HasProblem(HttpStatusCode.Forbidden, expected);
        }
        else
        {
            Assert.Equal(published ? phase : null, project.HasStatus(HttpStatusCode.OK)["phase"]);
        }

        // The door of all projects of a provider shows those on which it acted, whatever the scope.
        var all = await host.Website.Get("/api/providers/PR-9/feed");
        if (live)
        {
            var shown = all.HasStatus(HttpStatusCode.OK).Json.GetProperty("projects");
            Assert.Equal(acted ? 1 : 0, shown.GetArrayLength());
            Assert.Equal(acted && published, all.Text.Contains($"\"phase\":\"{phase}\"", StringComparison.Ordinal));
        }
        else
        {
            all.HasProblem(HttpStatusCode.Forbidden, "privilege-required");
        }

        // The door of staff shows what a subscriber reads.
        Assert.Equal(published ? phase : null, (await camille.Get("/api/projects/P-1001/feed")).HasStatus(HttpStatusCode.OK)["phase"]);
    }

    [Fact]
    public async Task Of_ten_concurrent_questions_three_are_taken()
    {
        await host.SubmitAndValidate();

        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => host.Website.Post(
            "/api/projects/P-1001/questions", $$"""{"provider":"PR-1","text":"Question {{i}} ?"}""")));

        Assert.Equal(3, answers.Count(a => a.Status == HttpStatusCode.Accepted));
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Accepted), a => a.HasProblem(HttpStatusCode.TooManyRequests, "too-many-questions"));
    }

    [Fact]
    public async Task Of_ten_concurrent_notices_one_is_sent()
    {
        await host.SubmitAndValidate();
        await host.Website.ReportProviderAction("PR-1");
        var camille = host.As(ApiHost.Camille);
        await camille.SendCommand("P-1001", """{"type":"record-call","outcome":"talking-to","provider":"PR-1"}""");

        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(_ => camille.SendCommand("P-1001", """{"type":"send-good-chances","provider":"PR-1"}""")));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.HasProblem(HttpStatusCode.Conflict, "already-told"));
    }

    [Fact]
    public async Task A_subscription_that_ends_between_two_pages_ends_the_reading()
    {
        for (var i = 0; i < 51; i++)
        {
            await host.SubmitProject($"P-{i:D2}");
            await host.Website.ReportProviderAction("PR-1", id: $"P-{i:D2}");
        }

        var first = (await host.Website.Get("/api/providers/PR-1/feed")).HasStatus(HttpStatusCode.OK);
        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];
        await host.Website.Put("/api/providers/PR-1", """{"name":"Studio Hirondelle","email":"a@b.example","language":"fr","privilegeUntil":"2026-11-22"}""");

        (await host.Website.Get(next)).HasProblem(HttpStatusCode.Forbidden, "privilege-required");
    }
}
