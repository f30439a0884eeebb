using System.Collections.Immutable;
using System.Net;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Web.Tests.Api;

public sealed class ClientRightsTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_export_holds_all_data_on_a_client()
    {
        await SubmitTwoProjectsWithHistory();
        var export = (await host.Website.Get("/api/clients/C-881/export")).HasStatus(HttpStatusCode.OK);

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
    public async Task Erasure_removes_personal_data_keeps_the_project_and_is_verified()
    {
        await SubmitTwoProjectsWithHistory();
        var before = (await host.Website.Get("/api/projects/P-1")).Version;
        var erased = (await host.Website.Delete("/api/clients/C-881")).HasStatus(HttpStatusCode.OK);
        Assert.Equal(("C-881", "2", "True"), (erased["client"], erased["projects"], erased["verified"]));

        var project = (await host.Website.Get("/api/projects/P-1")).HasStatus(HttpStatusCode.OK);
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
    public async Task Erasure_is_idempotent()
    {
        await SubmitTwoProjectsWithHistory();
        var first = (await host.Website.Delete("/api/clients/C-881")).HasStatus(HttpStatusCode.OK);
        var version = (await host.Website.Get("/api/projects/P-1")).Version;

        Assert.Equal(first.Text, (await host.Website.Delete("/api/clients/C-881")).HasStatus(HttpStatusCode.OK).Text);
        Assert.Equal(version, (await host.Website.Get("/api/projects/P-1")).Version);
    }

    [Fact]
    public async Task A_late_repeat_does_not_restore_an_erased_client()
    {
        await SubmitTwoProjectsWithHistory();
        await host.Website.Delete("/api/clients/C-881");

        (await host.Website.Post("/api/projects", ApiSamples.Project("P-1"))).HasProblem(HttpStatusCode.Conflict, "project-differs");
        (await host.As(ApiHost.Nadia).SendCommand("P-1", """{"type":"reopen"}""")).HasProblem(HttpStatusCode.Conflict, "erased");
    }

    [Fact]
    public async Task An_unknown_client_is_not_found()
    {
        (await host.Website.Get("/api/clients/C-404/export")).HasProblem(HttpStatusCode.NotFound, "unknown-client");
        (await host.Website.Delete("/api/clients/C-404")).HasProblem(HttpStatusCode.NotFound, "unknown-client");
    }

    /// <summary>Two projects with every kind of data that can be held on their client.</summary>
    async Task SubmitTwoProjectsWithHistory()
    {
        await host.SubmitProject("P-1");
        await host.SubmitProject("P-2");
        await host.As(ApiHost.Camille).SendCommand("P-1", """{"type":"record-call","outcome":"no-answer"}""");
        await host.As(ApiHost.Camille).SendCommand("P-1", """{"type":"add-note","text":"Elle tutoie tout le monde."}""");
        await host.Website.Get("/api/projects/P-1/feed?provider=PR-1");
        await host.Website.Post("/api/complaints", """{"from":{"kind":"client","id":"C-881"},"project":"P-1","text":"Vous me rappelez trop."}""");
        var message = (await host.Store.Projects.LoadMessages("P-1", pendingOnly: true)).First();
        await host.Store.Mailbox.Put(
            new OutgoingMail(
                message.Message.Id, "P-1", "jeanne@atelier-martin.example", "Jeanne Martin", "Camille", "camille@demo.example", "Votre projet",
                "Bonjour Jeanne", "<p>Bonjour Jeanne</p>", ImmutableDictionary<string, string>.Empty, []),
            Instant.FromUtc(2026, 11, 23, 8, 0), "suivi@demo.example");
    }
}
