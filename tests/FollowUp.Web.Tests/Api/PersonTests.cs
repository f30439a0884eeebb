using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;

namespace FollowUp.Web.Tests.Api;

/// <summary>Consents, calls and refusals of a person over several projects, and clients who are one person.</summary>
public sealed class PersonTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Outcomes_that_share_a_call_are_one_call_of_the_person()
    {
        await SubmitPerson("P-1");
        await SubmitPerson("P-2");
        await Call("P-1", "serious", "K-1");
        await Call("P-2", "no-answer", "K-1");

        var person = await host.Store.Persons.Load("C-881", TestContext.Current.CancellationToken);
        Assert.Single(PersonRules.GetCalls(person!));
    }

    [Fact]
    public async Task Fifth_call_on_any_project_of_the_person_is_flagged()
    {
        foreach (var id in new[] { "P-1", "P-2", "P-3" }) await SubmitPerson(id);
        host.Time.Advance(TimeSpan.FromHours(2));
        foreach (var id in new[] { "P-1", "P-2", "P-3", "P-1" }) Assert.DoesNotContain("hors", TextOf(await Call(id, "no-answer")), StringComparison.Ordinal);
        Assert.Contains("hors", TextOf(await Call("P-2", "no-answer")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Do_not_call_on_one_project_is_heard_on_the_others()
    {
        await SubmitPerson("P-1");
        await SubmitPerson("P-2");
        await Call("P-1", "do-not-call");
        var other = await Call("P-2", "no-answer");
        Assert.Equal("mail", other["nextAction.kind"]);
    }

    [Fact]
    public async Task Consent_for_later_is_recorded_shown_and_withdrawn()
    {
        await SubmitPerson("P-1");
        var given = (await host.Website.Post("/api/clients/C-881/consents", Consent(given: true))).HasStatus(HttpStatusCode.OK);
        Assert.Equal("later", given.Json.GetProperty("consents")[1].GetProperty("scope").GetString());
        Assert.True((await Load("P-1")).Contact.MayRelaunchByPhone);

        (await host.Website.Post("/api/clients/C-881/consents", Consent(given: true))).HasStatus(HttpStatusCode.OK);
        host.Time.Advance(TimeSpan.FromHours(1));
        (await host.Website.Post("/api/clients/C-881/consents", Consent(given: false, at: "2026-11-23T09:30:00+01:00"))).HasStatus(HttpStatusCode.OK);
        Assert.False((await Load("P-1")).Contact.MayRelaunchByPhone);

        var export = (await host.Website.Get("/api/clients/C-881/export")).HasStatus(HttpStatusCode.OK).Json.GetProperty("person");
        Assert.Equal([true, true, false], export.GetProperty("consents").EnumerateArray().Select(c => c.GetProperty("given").GetBoolean()));
    }

    [Fact]
    public async Task Staff_write_down_a_consent_and_its_withdrawal_for_all_projects()
    {
        await SubmitPerson("P-1");
        await SubmitPerson("P-2");
        const string Given = """{"type":"note-consent","scope":"later","given":true,"source":"téléphone","text":"Oui, rappelez-moi."}""";
        (await host.As(ApiHost.Simon).SendCommand("P-1", Given)).HasProblem(HttpStatusCode.Forbidden, "sales-do-not-follow-up");
        (await host.As(ApiHost.Camille).SendCommand("P-1", Given)).HasStatus(HttpStatusCode.OK);
        Assert.True((await Load("P-2")).Contact.MayRelaunchByPhone);

        host.Time.Advance(TimeSpan.FromHours(1));
        (await host.As(ApiHost.Camille).SendCommand("P-2", """{"type":"note-consent","scope":"later","given":false,"source":"courrier"}""")).HasStatus(HttpStatusCode.OK);
        Assert.False((await Load("P-1")).Contact.MayRelaunchByPhone);
        Assert.Equal(["text"], (await host.As(ApiHost.Camille).SendCommand("P-1", """{"type":"note-consent","scope":"later","given":true,"source":"téléphone"}""")).ErrorFields);
    }

    [Fact]
    public async Task Consent_of_an_unknown_client_is_refused() =>
        (await host.Website.Post("/api/clients/C-9/consents", Consent(given: true))).HasProblem(HttpStatusCode.NotFound, "unknown-client");

    [Fact]
    public async Task Consent_names_its_scope_its_source_and_its_wording() => Assert.Equal(
        ["at", "given", "scope", "source"],
        (await host.Website.Post("/api/clients/C-881/consents", new JsonObject())).ErrorFields);

    [Fact]
    public async Task Submission_with_a_consent_of_2019_gets_no_call()
    {
        var project = PersonSample("P-1", "C-881");
        project["client"]!["consentToCall"]!["at"] = "2019-05-02T10:00:00+02:00";
        Assert.Equal("mail", (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created)["nextAction.kind"]);
    }

    [Fact]
    public async Task Scope_of_a_consent_is_part_of_the_submission()
    {
        var project = PersonSample("P-1", "C-881");
        project["client"]!["consentToCall"]!["scope"] = "later";
        project["client"]!["consentToCall"]!["source"] = "dépôt";
        (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created);
        Assert.True((await Load("P-1")).Contact.MayRelaunchByPhone);
        (await host.Website.Post("/api/projects", PersonSample("P-1", "C-881"))).HasProblem(HttpStatusCode.Conflict, "project-differs");
    }

    [Fact]
    public async Task Staff_join_two_clients_who_are_one_person()
    {
        await SubmitPerson("P-1", "C-1");
        await SubmitPerson("P-2", "C-2");
        await Call("P-1", "do-not-call");
        const string Both = """{"clients":["C-2","C-1"]}""";
        (await host.As(ApiHost.Simon).Post("/api/persons/join", Both)).HasProblem(HttpStatusCode.Forbidden, "sales-do-not-follow-up");
        Assert.Contains(
            await host.Store.Audit.Read("P-2", 10, TestContext.Current.CancellationToken), e => e is { What: "join-persons", Code: "sales-do-not-follow-up", By: ApiHost.Simon });
        (await host.As(ApiHost.Nadia).Post("/api/persons/join", """{"clients":["C-1","C-9"]}""")).HasProblem(HttpStatusCode.NotFound, "unknown-client");

        await Assign("P-2", ApiHost.Camille);
        await Assign("P-1", ApiHost.Camille);
        var joined = (await host.As(ApiHost.Camille).Post("/api/persons/join", Both)).HasStatus(HttpStatusCode.OK);
        Assert.False((await Load("P-2")).Contact.MayCall);
        Assert.Equal(["P-2", "P-1"], joined.Json.GetProperty("projects").EnumerateArray().Select(p => p.GetString()));
        (await host.As(ApiHost.Nadia).Post("/api/persons/join", Both)).HasStatus(HttpStatusCode.OK);
        Assert.Equal("mail", (await Call("P-2", "no-answer"))["nextAction.kind"]);
        Assert.Equal(PersonId.Of("C-2"), (await host.Store.Persons.Load("C-1", TestContext.Current.CancellationToken))!.Id);
    }

    [Fact]
    public async Task Coordinator_joins_only_clients_each_of_whom_they_follow()
    {
        await SubmitPerson("P-1", "C-1");
        await SubmitPerson("P-2", "C-2");
        await Assign("P-1", ApiHost.Camille);
        await Assign("P-2", ApiHost.Yanis);
        const string Both = """{"clients":["C-1","C-2"]}""";

        (await host.As(ApiHost.Camille).Post("/api/persons/join", Both)).HasProblem(HttpStatusCode.Forbidden, "not-your-project");
        (await host.As(ApiHost.Yanis).Post("/api/persons/join", Both)).HasProblem(HttpStatusCode.Forbidden, "not-your-project");

        Assert.NotEqual((await host.Store.Persons.Load("C-1", TestContext.Current.CancellationToken))!.Id, (await host.Store.Persons.Load("C-2", TestContext.Current.CancellationToken))!.Id);
        Assert.Contains(
            await host.Store.Audit.Read("P-2", 10, TestContext.Current.CancellationToken), e => e is { What: "join-persons", Code: "not-your-project", By: ApiHost.Camille });
        (await host.As(ApiHost.Nadia).Post("/api/persons/join", Both)).HasStatus(HttpStatusCode.OK);
    }

    async Task Assign(string project, string coordinator) =>
        (await host.As(ApiHost.Nadia).SendCommand(project, $$"""{"type":"assign","coordinator":"{{coordinator}}"}""")).HasStatus(HttpStatusCode.OK);

    [Fact]
    public async Task Manager_searches_exports_and_erases_a_person_and_a_late_submission_is_refused()
    {
        await SubmitPerson("P-1");
        (await host.As(ApiHost.Camille).Post("/api/persons/search", """{"text":"P-1"}""")).HasProblem(HttpStatusCode.Forbidden, "managers-only");
        (await host.As(ApiHost.Camille).Delete("/api/persons/C-881")).HasProblem(HttpStatusCode.Forbidden, "managers-only");
        (await host.As(ApiHost.Nadia).Post("/api/persons/search", """{"text":""}""")).HasStatus(HttpStatusCode.BadRequest);
        Assert.Equal("C-881", (await host.As(ApiHost.Nadia).Post("/api/persons/search", """{"text":"P-1"}""")).HasStatus(HttpStatusCode.OK).Json[0].GetProperty("client").GetString());
        (await host.As(ApiHost.Nadia).Get("/api/persons/C-881/export")).HasStatus(HttpStatusCode.OK);

        var erased = (await host.As(ApiHost.Nadia).Delete("/api/persons/C-881")).HasStatus(HttpStatusCode.OK).Json;
        Assert.True(erased.GetProperty("verified").GetBoolean());
        Assert.All(erased.GetProperty("checks").EnumerateArray(), check => Assert.Equal(0, check.GetProperty("left").GetInt32()));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        (await host.Website.Post("/api/projects", PersonSample("P-1", "C-881"))).HasProblem(HttpStatusCode.Conflict, "project-differs");
        (await host.Website.Post("/api/projects", PersonSample("P-2", "C-881"))).HasProblem(HttpStatusCode.Conflict, "erased-since");
    }

    [Fact]
    public async Task New_project_goes_to_who_follows_the_person()
    {
        await SubmitPerson("P-1");
        (await host.As(ApiHost.Nadia).SendCommand("P-1", $$"""{"type":"assign","coordinator":"{{ApiHost.Yanis}}"}""")).HasStatus(HttpStatusCode.OK);
        Assert.Equal(ApiHost.Yanis, (await SubmitPerson("P-2"))["coordinator.id"]);
        Assert.Equal(ApiHost.Camille, (await SubmitPerson("P-3", "C-7"))["coordinator.id"]);
    }

    async Task<ApiReply> SubmitPerson(string id, string client = "C-881") =>
        (await host.Website.Post("/api/projects", PersonSample(id, client))).HasStatus(HttpStatusCode.Created);

    async Task<ApiReply> Call(string id, string outcome, string? call = null)
    {
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var json = new JsonObject { ["type"] = "record-call", ["outcome"] = outcome };
        if (call is not null) json["call"] = call;
        return (await host.As(ApiHost.Nadia).SendCommand(id, json.ToJsonString())).HasStatus(HttpStatusCode.OK);
    }

    async Task<Project> Load(string id) => (await host.Store.Projects.Load(id, TestContext.Current.CancellationToken))!.Project;

    static JsonObject PersonSample(string id, string client)
    {
        var project = ApiSamples.Project(id);
        project["client"]!["id"] = client;
        project["client"]!["type"] = "person";
        return project;
    }

    static JsonObject Consent(bool given, string at = "2026-11-23T08:58:00+01:00") => JsonNode.Parse($$"""
        {"scope":"later","given":{{(given ? "true" : "false")}},"at":"{{at}}","source":"mon compte","text":"J’accepte d’être rappelé.","version":"v3"}
        """)!.AsObject();

    static string TextOf(ApiReply reply) => string.Join('\n', reply.Json.GetProperty("timeline").EnumerateArray().Select(e => e.GetProperty("text").GetString()));
}
