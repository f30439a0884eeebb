using System.Net;

namespace FollowUp.Web.Tests.Api;

public sealed class AccessTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Staff_commands_need_a_staff_token_and_submissions_the_website_key()
    {
        await host.SubmitProject();

        (await host.Website.SendCommand("P-1001", """{"type":"undo"}""")).HasStatus(HttpStatusCode.Unauthorized);
        (await host.As(ApiHost.Nadia).Post("/api/projects", ApiSamples.Project("P-2"))).HasStatus(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Staff_at_an_address_of_the_website_are_told_so_and_audited()
    {
        (await host.As(ApiHost.Nadia).Get("/api/clients/C-881/export")).HasProblem(HttpStatusCode.Forbidden, "website-only");

        var entry = Assert.Single(await host.Store.Audit.Read(null, 10, TestContext.Current.CancellationToken));
        Assert.Equal(("manager", ApiHost.Nadia, "website-only"), (entry.Role, entry.By, entry.Code));
    }

    [Theory]
    [InlineData("/api/projects/%1F", HttpStatusCode.BadRequest, "invalid")]
    [InlineData("/openapi/v9.json", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "not-found")]
    public async Task An_impossible_address_gets_a_problem(string path, HttpStatusCode status, string code) =>
        (await host.Website.Get(path)).HasProblem(status, code);

    [Fact]
    public async Task A_project_is_read_by_the_website_and_by_staff()
    {
        await host.SubmitProject();
        var website = (await host.Website.Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.OK);
        var staff = (await host.As(ApiHost.Yanis).Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.OK);

        Assert.Equal(website.Text, staff.Text);
        Assert.Equal("\"2\"", staff.Headers.ETag!.Tag);
        Assert.Equal("no-store", staff.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_website_reads_no_internal_note()
    {
        await host.SubmitAndValidate();
        (await host.As(ApiHost.Camille).SendCommand("P-1001", """{"type":"add-note","text":"Client difficile.","visibility":"internal"}""")).HasStatus(HttpStatusCode.OK);
        (await host.As(ApiHost.Camille).SendCommand("P-1001", """{"type":"add-note","text":"Cherche pour mars.","visibility":"shared"}""")).HasStatus(HttpStatusCode.OK);

        var website = (await host.Website.Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.OK).Text;
        var staff = (await host.As(ApiHost.Camille).Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.OK).Text;

        Assert.DoesNotContain("Client difficile", website, StringComparison.Ordinal);
        Assert.Contains("\"Note interne\"", website, StringComparison.Ordinal);
        Assert.Contains("Cherche pour mars", website, StringComparison.Ordinal);
        Assert.Contains("Client difficile", staff, StringComparison.Ordinal);
    }

    /// <summary>Which words it reads of every event: <c>WebsiteReadingTests</c>.</summary>
    [Fact]
    public async Task The_website_reads_no_words_of_staff_and_client_to_each_other()
    {
        await host.SubmitAndValidate();
        var camille = host.As(ApiHost.Camille);
        (await host.Website.Put("/api/providers/PR-1", """{"name":"Studio Hirondelle","email":"bonjour@hirondelle.example","language":"fr"}""")).HasStatus(HttpStatusCode.OK);
        string[] commands =
        [
            """{"type":"record-provider-call","provider":"PR-1","outcome":"reached","text":"secret-appel","visibility":"internal"}""",
            """{"type":"snooze","until":"2026-12-15","reason":"secret-pause"}""",
            """{"type":"hand-over-provider","provider":"PR-1","text":"secret-relais"}""",
            """{"type":"record-reply","text":"secret-reponse","at":"2026-11-23T09:00:00+01:00"}""",
            """{"type":"write-to-client","subject":"Votre projet","text":"secret-mail"}""",
            """{"type":"close","result":"dead","reason":"abandoned","words":"secret-cloture"}""",
        ];
        foreach (var command in commands)
        {
            (await camille.SendCommand("P-1001", command)).HasStatus(HttpStatusCode.OK);
        }

        var website = (await host.Website.Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.OK).Text;
        var page = (await host.Website.Get("/api/projects/P-1001?before=100")).HasStatus(HttpStatusCode.OK).Text;
        var staff = (await camille.Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.OK).Text;

        Assert.DoesNotContain("secret-", website, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", page, StringComparison.Ordinal);
        Assert.All(commands, command => Assert.Contains(command[command.IndexOf("secret-", StringComparison.Ordinal)..].Split('"')[0], staff, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/queue")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health")]
    [InlineData("/nothing")]
    public async Task Every_answer_forbids_browsers_to_guess_its_type(string path) =>
        Assert.Equal("nosniff", Assert.Single((await host.Anonymous.Get(path)).Headers.GetValues("X-Content-Type-Options")));

    [Fact]
    public async Task The_timeline_is_read_in_pages_of_fifty_newest_last()
    {
        await host.SubmitAndValidate();
        for (var i = 1; i <= 60; i++)
        {
            (await host.As(ApiHost.Camille).SendCommand("P-1001", $$"""{"type":"add-note","text":"Note {{i}}."}""")).HasStatus(HttpStatusCode.OK);
        }

        var newest = (await host.As(ApiHost.Nadia).Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.OK);
        Assert.Equal(50, newest.Timeline.Length);
        Assert.Contains("Note 60.", newest.Timeline[^1], StringComparison.Ordinal);
        var link = Assert.Single(newest.Headers.GetValues("Link"));
        Assert.Equal($"</api/projects/P-1001?before={newest.Version - 49}>; rel=\"prev\"", link);

        var earlier = (await host.As(ApiHost.Nadia).Get(link.Split('<', '>')[1])).HasStatus(HttpStatusCode.OK);
        Assert.Equal(newest.Version - 50, earlier.Timeline.Length);
        Assert.Contains("project-submitted", earlier.Timeline[0], StringComparison.Ordinal);
        Assert.False(earlier.Headers.Contains("Link"));
        Assert.Empty(earlier.Timeline.Intersect(newest.Timeline));
    }

    [Fact]
    public async Task A_write_answers_with_the_entries_that_it_added()
    {
        await host.SubmitAndValidate();
        var note = (await host.As(ApiHost.Camille).SendCommand("P-1001", """{"type":"add-note","text":"Seule."}""")).HasStatus(HttpStatusCode.OK);

        Assert.Contains("Seule.", Assert.Single(note.Timeline), StringComparison.Ordinal);
        Assert.Equal(note.Timeline[0], (await host.As(ApiHost.Nadia).Get("/api/projects/P-1001")).Timeline[^1]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("last")]
    public async Task A_page_begins_before_a_sequence_number(string before)
    {
        await host.SubmitProject();

        Assert.Equal(["before"], (await host.As(ApiHost.Nadia).Get($"/api/projects/P-1001?before={before}")).ErrorFields);
    }

    [Fact]
    public async Task Sales_see_the_coordinator_but_no_timeline()
    {
        await host.SubmitAndValidate();
        var reply = (await host.As(ApiHost.Simon).Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.OK);

        Assert.Equal("Camille Roux", reply["coordinator.name"]);
        Assert.Equal(0, reply.Json.GetProperty("timeline").GetArrayLength());
    }

    [Fact]
    public async Task Unknown_resources_and_methods_return_problems()
    {
        (await host.Website.Get("/api/projects/P-404")).HasProblem(HttpStatusCode.NotFound, "unknown-project");
        (await host.Website.Get("/api/nothing")).HasProblem(HttpStatusCode.NotFound, "not-found");
        (await host.Website.Delete("/api/projects/P-1001")).HasProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/projects/P-1001")]
    [InlineData("/api/projects/P-1001/feed?provider=PR-1")]
    [InlineData("/api/providers/PR-1/feed")]
    [InlineData("/api/clients/C-881/export")]
    public async Task Every_GET_endpoint_also_allows_HEAD(string path)
    {
        await host.SubmitProject();
        var reply = (await host.Website.Send(HttpMethod.Head, path, null)).HasStatus(HttpStatusCode.OK);

        Assert.Equal("", reply.Text);
        Assert.Equal("application/json", reply.MediaType);
    }

    [Fact]
    public async Task Health_needs_no_key() => Assert.Equal("ok", (await host.Anonymous.Get("/health")).HasStatus(HttpStatusCode.OK)["status"]);
}
