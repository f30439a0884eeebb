using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;

namespace FollowUp.Web.Tests.Api;

/// <summary>What a client changes on the website reaches the department.</summary>
public sealed class WebsiteChangeTests : IAsyncLifetime
{
    const string NewTitle = """{"title":"Refonte complète","category":"site-web","deadline":"2027-03-01"}""";

    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Changed_project_is_recorded_and_shown()
    {
        await host.SubmitProject();
        var changed = (await host.Website.Put("/api/projects/P-1001", NewTitle)).HasStatus(HttpStatusCode.OK);
        Assert.EndsWith(": titre, description, budget, échéance", changed.Json.GetProperty("timeline")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var dossier = await Dossier("P-1001");
        Assert.Equal(("Refonte complète", null, null), (dossier.Title, dossier.Description, dossier.Budget));
        Assert.Equal(new NodaTime.LocalDate(2027, 3, 1), (await Load("P-1001")).ExpectedDate);
    }

    [Fact]
    public async Task Same_project_again_changes_nothing()
    {
        await host.SubmitProject();
        await host.Website.Put("/api/projects/P-1001", NewTitle);
        var version = (await Load("P-1001")).Version;
        Assert.Empty((await host.Website.Put("/api/projects/P-1001", NewTitle)).HasStatus(HttpStatusCode.OK).Json.GetProperty("timeline").EnumerateArray());
        Assert.Equal(version, (await Load("P-1001")).Version);
        (await host.Website.Post("/api/projects", ApiSamples.Project())).HasStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Unknown_project_and_a_missing_title_are_named()
    {
        (await host.Website.Put("/api/projects/P-9", NewTitle)).HasStatus(HttpStatusCode.NotFound);
        Assert.Equal(["category", "title"], (await host.Website.Put("/api/projects/P-9", "{}")).ErrorFields);
        (await host.As(ApiHost.Camille).Put("/api/projects/P-9", NewTitle)).HasStatus(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_number_cures_a_wrong_one_on_all_projects_of_the_client()
    {
        await host.SubmitProject("P-1");
        await host.SubmitProject("P-2");
        host.Time.Advance(TimeSpan.FromHours(2));
        (await host.As(ApiHost.Camille).SendCommand("P-1", """{"type":"record-call","outcome":"wrong-number"}""")).HasStatus(HttpStatusCode.OK);
        Assert.True((await Load("P-1")).IsNumberWrong);

        var changed = (await host.Website.Put("/api/clients/C-881", Details("+33 1 99 00 99 99").ToJsonString())).HasStatus(HttpStatusCode.OK);
        Assert.Equal([true, true], changed.Json.GetProperty("projects").EnumerateArray().Select(p => p.GetProperty("changed").GetBoolean()));
        Assert.False((await Load("P-1")).IsNumberWrong);
        Assert.Equal("+33199009999", (await Dossier("P-2")).Phone);

        var again = (await host.Website.Put("/api/clients/C-881", Details("+33 1 99 00 99 99").ToJsonString())).HasStatus(HttpStatusCode.OK);
        Assert.All(again.Json.GetProperty("projects").EnumerateArray(), p => Assert.False(p.GetProperty("changed").GetBoolean()));
    }

    [Fact]
    public async Task Another_place_moves_the_clock()
    {
        var person = ApiSamples.Project("P-1");
        person["client"]!["type"] = "person";
        (await host.Website.Post("/api/projects", person)).HasStatus(HttpStatusCode.Created);
        var details = Details("+33 1 99 00 12 34");
        details["postalCode"] = "97400";
        (await host.Website.Put("/api/clients/C-881", details.ToJsonString())).HasStatus(HttpStatusCode.OK);
        var project = await Load("P-1");
        Assert.Equal("Indian/Reunion", project.TimeZone);
        Assert.Equal("Indian/Reunion", project.Next!.Why.TimeZone);
    }

    [Fact]
    public async Task Unknown_client_and_a_wrong_number_are_refused()
    {
        (await host.Website.Put("/api/clients/C-9", Details("+33 1 99 00 12 34").ToJsonString())).HasProblem(HttpStatusCode.NotFound, "unknown-client");
        Assert.Equal(["phone"], (await host.Website.Put("/api/clients/C-881", Details("12").ToJsonString())).ErrorFields);
    }

    static JsonObject Details(string phone) => JsonNode.Parse($$"""
        {"name":"Jeanne Martin","company":"Atelier Martin SARL","email":"jeanne@atelier-martin.example","phone":"{{phone}}"}
        """)!.AsObject();

    async Task<Project> Load(string id) => (await host.Store.Projects.Load(id, TestContext.Current.CancellationToken))!.Project;

    async Task<Dossier> Dossier(string id) => (await host.Store.Projects.LoadDossier(id, TestContext.Current.CancellationToken))!;
}
