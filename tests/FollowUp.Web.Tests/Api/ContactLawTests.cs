using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests.Api;

/// <summary>The law of contact as a website and a dialer meet it: several projects of one person, a renovation project, a sole trader.</summary>
public sealed class ContactLawTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Fourth_call_over_three_projects_puts_the_next_call_thirty_days_off_and_the_reason_says_so()
    {
        foreach (var id in new[] { "P-1", "P-2", "P-3" }) await Submit(Person(id));
        host.Time.Advance(TimeSpan.FromHours(2));
        foreach (var id in new[] { "P-1", "P-2", "P-3" }) await Call(id, "no-answer");

        var fourth = await Call("P-1", "no-answer");

        Assert.StartsWith("2026-12-2", fourth["nextAction.dueAt"], StringComparison.Ordinal);
        Assert.Contains("5e appel en 30 jours", fourth["nextAction.why"], StringComparison.Ordinal);
        Assert.Contains("5e appel en 30 jours", (await host.Website.Get("/api/projects/P-3"))["nextAction.why"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renovation_project_is_validated_by_phone_and_then_waits_for_the_client()
    {
        var project = Person("P-1");
        project["category"] = "pompe-a-chaleur";
        Assert.Equal("call", (await Submit(project))["nextAction.kind"]);
        host.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("wait-for-client", (await Call("P-1", "serious"))["nextAction.kind"]);
    }

    [Fact]
    public async Task Sole_trader_is_called_without_a_consent_within_the_limits_of_a_private_person()
    {
        var project = ApiSamples.Project("P-1");
        project["client"]!["type"] = "company";
        project["client"]!["soleTrader"] = true;
        project["client"]!.AsObject().Remove("consentToCall");
        Assert.Equal("call", (await Submit(project))["nextAction.kind"]);
        host.Time.Advance(TimeSpan.FromHours(2));
        for (var i = 0; i < 4; i++) Assert.DoesNotContain("hors", TextOf(await Call("P-1", "no-answer")), StringComparison.Ordinal);
        Assert.Contains("hors", TextOf(await Call("P-1", "no-answer")), StringComparison.Ordinal);
        (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.OK);
        project["client"]!["soleTrader"] = false;
        (await host.Website.Post("/api/projects", project)).HasProblem(HttpStatusCode.Conflict, "project-differs");
    }

    async Task<ApiReply> Submit(JsonObject project) => (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created);

    async Task<ApiReply> Call(string id, string outcome)
    {
        host.Time.Advance(TimeSpan.FromMinutes(1));
        return (await host.As(ApiHost.Nadia).SendCommand(id, $$"""{"type":"record-call","outcome":"{{outcome}}"}""")).HasStatus(HttpStatusCode.OK);
    }

    static JsonObject Person(string id)
    {
        var project = ApiSamples.Project(id);
        project["client"]!["type"] = "person";
        return project;
    }

    static string TextOf(ApiReply reply) => string.Join('\n', reply.Json.GetProperty("timeline").EnumerateArray().Select(e => e.GetProperty("text").GetString()));
}
