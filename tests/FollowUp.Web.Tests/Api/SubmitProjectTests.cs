using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Tests.Api;

public sealed class SubmitProjectTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_contracts_sample_makes_a_project_that_awaits_its_first_call()
    {
        var reply = await host.SubmitProject();

        Assert.Equal("/api/projects/P-1001", reply.Headers.Location!.OriginalString);
        Assert.Equal("\"2\"", reply.Headers.ETag!.Tag);
        Assert.Equal("P-1001", reply["id"]);
        Assert.Equal("1", reply["generation"]);
        Assert.Equal("2", reply["version"]);
        Assert.Equal("awaiting-validation", reply["phase"]);
        Assert.Equal("", reply["outcome"]);
        Assert.Equal(ApiHost.Camille, reply["coordinator.id"]);
        Assert.Equal("Camille Roux", reply["coordinator.name"]);
        Assert.Equal("call", reply["nextAction.kind"]);
        Assert.Equal("2026-11-23T10:00:00+01:00", reply["nextAction.dueAt"]);
        Assert.Equal(ApiHost.Camille, reply["nextAction.by"]);
        Assert.Contains("1re tentative sur 6", reply["nextAction.why"], StringComparison.Ordinal);
        Assert.EndsWith("+01:00", reply["wakeAt"], StringComparison.Ordinal);
        var first = reply.Json.GetProperty("timeline")[0];
        Assert.Equal("project-submitted", first.GetProperty("event").GetString());
        Assert.Equal("Le site", first.GetProperty("by").GetString());
        Assert.Equal(64, first.GetProperty("hash").GetString()!.Length);
    }

    [Fact]
    public async Task Stored_values_are_normalised()
    {
        await host.SubmitProject();

        var dossier = await host.Store.Projects.LoadDossier("P-1001", TestContext.Current.CancellationToken);
        Assert.Equal("+33199001234", dossier!.Phone);
        Assert.Equal("Un site de cinq pages.\nEt un blog.", dossier.Description);
        Assert.Equal(32, dossier.Salt.Length);
        var project = await host.Store.Projects.Load("P-1001", TestContext.Current.CancellationToken);
        Assert.Equal(Evidence.NeedDescribed | Evidence.Budget | Evidence.Date, project!.Project.Evidence);
    }

    [Fact]
    public async Task A_repeated_submission_returns_the_same_project()
    {
        var first = await host.SubmitProject();
        var again = (await host.Website.Post("/api/projects", ApiSamples.Project())).HasStatus(HttpStatusCode.OK);

        Assert.Equal(first.WithoutTimeline, again.WithoutTimeline);
        Assert.Empty(again.Timeline);
    }

    [Fact]
    public async Task Equivalent_notations_count_as_the_same_submission()
    {
        await host.SubmitProject();
        var otherwise = ApiSamples.Project("submittedAt", "2026-11-23T07:56:00Z");
        otherwise["client"]!["phone"] = "01.99.00.12.34";
        otherwise["budget"]!["min"] = JsonNode.Parse("2000.00");

        (await host.Website.Post("/api/projects", otherwise)).HasStatus(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("0.00001")]
    [InlineData("1e-5")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("999999999999.99")]
    public async Task A_budget_of_any_precision_is_stored_as_it_is(string amount)
    {
        var project = ApiSamples.Project("budget.min", JsonNode.Parse("0"));
        project["budget"]!["max"] = JsonNode.Parse(amount);
        (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created);

        var dossier = await host.Store.Projects.LoadDossier("P-1001", TestContext.Current.CancellationToken);
        Assert.Equal(decimal.Parse(amount, NumberStyles.Float, CultureInfo.InvariantCulture), dossier!.Budget!.Max);
        (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Characters_that_nobody_sees_are_removed_from_names_and_titles()
    {
        var project = ApiSamples.Project("title", "Site\u200b \u202evitrine\u202c \U0001f468\u200d\U0001f469");
        project["client"]!["name"] = "\u2066Jeanne\u2069 Mar\u00adtin\ufeff";
        project["client"]!["company"] = "\u200f\u200b";
        (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created);

        var dossier = await host.Store.Projects.LoadDossier("P-1001", TestContext.Current.CancellationToken);
        Assert.Equal(("Site vitrine \U0001f468\u200d\U0001f469", "Jeanne Martin", null), (dossier!.Title, dossier.Name, dossier.Company));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("client.name")]
    public async Task A_name_that_nobody_sees_is_refused(string field)
    {
        var reply = await host.Website.Post("/api/projects", ApiSamples.Project(field, "\u200b\u3164\u202e"));
        reply.HasProblem(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal([field], reply.ErrorFields);
    }

    [Theory]
    [InlineData("client.phone", "06 92 45 67 89", "+33692456789")]
    [InlineData("title", "Site\u200b vitrine", "Site\u200b vitrine")]
    public async Task A_repeat_of_what_an_earlier_version_stored_is_recognised(string field, string typed, string stored)
    {
        var project = ApiSamples.Project(field, typed);
        (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created);
        await StoreAsEarlierVersion(dossier => field == "title" ? dossier with { Title = stored } : dossier with { Phone = stored });

        (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.OK);
        (await host.Website.Post("/api/projects", ApiSamples.Project("description", "autre"))).HasStatus(HttpStatusCode.Conflict);
    }

    /// <summary>Replaces the dossier by one with the digest that the earlier version computed.</summary>
    async Task StoreAsEarlierVersion(Func<Dossier, Dossier> change)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var stored = (await host.Store.Projects.Load("P-1001", cancellation))!;
        var dossier = change((await host.Store.Projects.LoadDossier("P-1001", cancellation))!);
        var submit = new Submit(
            "P-1001", "C-881", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.NeedDescribed | Evidence.Budget | Evidence.Date,
            dossier.Deadline, stored.Project.SubmittedAt, Coordinator: null);
        var commit = new Commit(
            stored.Project with { Version = stored.Project.Version + 1 }, stored.Project.Version, [], [],
            dossier with { SubmissionDigest = SubmissionDigest.Compute(dossier, submit) }, [], IdempotencyRecord: null);
        Assert.True(await host.Store.Projects.TryCommit(commit, cancellation));
    }

    [Fact]
    public async Task A_repeat_may_come_after_the_deadline()
    {
        await host.SubmitProject();
        host.Time.Advance(TimeSpan.FromDays(100));

        (await host.Website.Post("/api/projects", ApiSamples.Project())).HasStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Other_content_under_the_same_id_is_refused()
    {
        await host.SubmitProject();

        var reply = await host.Website.Post("/api/projects", ApiSamples.Project("title", "Un autre site"));
        reply.HasProblem(HttpStatusCode.Conflict, "project-differs");
    }

    [Fact]
    public async Task Ten_concurrent_submissions_make_one_project()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.Website.Post("/api/projects", ApiSamples.Project())));

        Assert.Single(replies, r => r.Status == HttpStatusCode.Created);
        Assert.Equal(9, replies.Count(r => r.Status == HttpStatusCode.OK));
        Assert.Single(replies.Select(r => r.WithoutTimeline).Distinct());
        Assert.Equal(["P-1001"], await host.Store.Index.GetProjectsOfClient("C-881", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_key_gives_the_first_answer_again_even_after_later_events()
    {
        (string, string) key = ("Idempotency-Key", "k-1");
        var first = (await host.Website.Post("/api/projects", ApiSamples.Project(), key)).HasStatus(HttpStatusCode.Created);
        (await host.As(ApiHost.Camille).SendCommand("P-1001", """{"type":"record-call","outcome":"serious"}""")).HasStatus(HttpStatusCode.OK);

        var again = (await host.Website.Post("/api/projects", ApiSamples.Project(), key)).HasStatus(HttpStatusCode.Created);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task A_key_gives_the_answer_for_a_known_project_again_even_after_later_events()
    {
        (await host.Website.Post("/api/projects", ApiSamples.Project())).HasStatus(HttpStatusCode.Created);
        (string, string) key = ("Idempotency-Key", "k-1");
        var first = (await host.Website.Post("/api/projects", ApiSamples.Project(), key)).HasStatus(HttpStatusCode.OK);
        (await host.As(ApiHost.Camille).SendCommand("P-1001", """{"type":"record-call","outcome":"serious"}""")).HasStatus(HttpStatusCode.OK);

        Assert.Equal(first.Text, (await host.Website.Post("/api/projects", ApiSamples.Project(), key)).HasStatus(HttpStatusCode.OK).Text);
    }

    [Theory]
    [InlineData("P-1001")]
    [InlineData("P-2002")]
    public async Task An_idempotency_key_cannot_be_reused_for_another_request(string id)
    {
        (string, string) key = ("Idempotency-Key", "k-1");
        (await host.Website.Post("/api/projects", ApiSamples.Project(), key)).HasStatus(HttpStatusCode.Created);
        var other = ApiSamples.Project(id);
        other["title"] = "Autre chose";

        (await host.Website.Post("/api/projects", other, key)).HasProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task A_private_person_without_consent_gets_mails_only()
    {
        var project = ApiSamples.Project("client.consentToCall", null);
        project["client"]!["type"] = "person";

        var reply = (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created);
        Assert.Equal("mail", reply["nextAction.kind"]);
    }

    [Fact]
    public async Task Optional_fields_may_be_left_out()
    {
        var project = ApiSamples.Project("budget", null);
        project.Remove("deadline");
        project.Remove("description");
        project["client"]!.AsObject().Remove("company");
        project["client"]!.AsObject().Remove("consentToCall");

        (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created);
    }
}
