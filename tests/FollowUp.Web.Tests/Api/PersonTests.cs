using System.Collections.Immutable;
using System.Net;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Web.Tests;

public sealed class PersonTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_person_gets_everything_that_is_held_on_them()
    {
        await Live();
        var export = (await host.Website.Get("/api/clients/C-881/export")).Is(HttpStatusCode.OK);

        Assert.Equal(2, export.Json.GetProperty("projects").GetArrayLength());
        foreach (var held in new[]
        {
            "Jeanne Martin", "Atelier Martin SARL", "jeanne@atelier-martin.example", "+33199001234", "J’accepte d’être rappelée.",
            "Un site de cinq pages.", "Elle tutoie tout le monde.", "Vous me rappelez trop.", "Bonjour Jeanne", "tried-to-reach-you", "PR-1",
        })
        {
            Assert.Contains(held, export.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Erasure_removes_the_person_leaves_the_figures_and_proves_itself()
    {
        await Live();
        var before = (await host.Website.Get("/api/projects/P-1")).Version;
        var erased = (await host.Website.Delete("/api/clients/C-881")).Is(HttpStatusCode.OK);
        Assert.Equal(("C-881", "2", "True"), (erased["client"], erased["projects"], erased["verified"]));

        var project = (await host.Website.Get("/api/projects/P-1")).Is(HttpStatusCode.OK);
        Assert.Equal("erased", project["outcome.reason"]);
        Assert.True(project.Version > before);
        var export = (await host.Website.Get("/api/clients/C-881/export")).Text;
        foreach (var gone in new[] { "Jeanne", "Martin", "99001234", "Elle tutoie", "trop" })
        {
            Assert.DoesNotContain(gone, project.Text + export, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(await host.Store.Complaints.All(TestContext.Current.CancellationToken));
        Assert.Empty(await host.Store.Mailbox.List(null, null, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Erasing_twice_is_erasing_once()
    {
        await Live();
        var first = (await host.Website.Delete("/api/clients/C-881")).Is(HttpStatusCode.OK);
        var version = (await host.Website.Get("/api/projects/P-1")).Version;

        Assert.Equal(first.Text, (await host.Website.Delete("/api/clients/C-881")).Is(HttpStatusCode.OK).Text);
        Assert.Equal(version, (await host.Website.Get("/api/projects/P-1")).Version);
    }

    [Fact]
    public async Task The_erased_do_not_come_back_by_a_late_repeat()
    {
        await Live();
        await host.Website.Delete("/api/clients/C-881");

        (await host.Website.Post("/api/projects", Samples.Project("P-1"))).IsProblem(HttpStatusCode.Conflict, "project-differs");
        (await host.As(ApiHost.Nadia).Command("P-1", """{"type":"reopen"}""")).IsProblem(HttpStatusCode.Conflict, "erased");
    }

    [Fact]
    public async Task Nothing_is_known_of_a_stranger()
    {
        (await host.Website.Get("/api/clients/C-404/export")).IsProblem(HttpStatusCode.NotFound, "unknown-client");
        (await host.Website.Delete("/api/clients/C-404")).IsProblem(HttpStatusCode.NotFound, "unknown-client");
    }

    /// <summary>Two projects with all that can come to be held on their client.</summary>
    async Task Live()
    {
        await host.Submitted("P-1");
        await host.Submitted("P-2");
        await host.As(ApiHost.Camille).Command("P-1", """{"type":"record-call","outcome":"no-answer"}""");
        await host.As(ApiHost.Camille).Command("P-1", """{"type":"add-note","text":"Elle tutoie tout le monde."}""");
        await host.Website.Get("/api/projects/P-1/feed?provider=PR-1");
        await host.Website.Post("/api/complaints", """{"from":{"kind":"client","id":"C-881"},"project":"P-1","text":"Vous me rappelez trop."}""");
        var owed = (await host.Store.Projects.LoadMessages("P-1", pendingOnly: true)).First();
        await host.Store.Mailbox.Put(
            new OutgoingMail(
                owed.Message.Id, "P-1", "jeanne@atelier-martin.example", "Jeanne Martin", "Camille", "camille@demo.example", "Votre projet",
                "Bonjour Jeanne", "<p>Bonjour Jeanne</p>", ImmutableDictionary<string, string>.Empty, []),
            Instant.FromUtc(2026, 11, 23, 8, 0), "suivi@demo.example");
    }
}
