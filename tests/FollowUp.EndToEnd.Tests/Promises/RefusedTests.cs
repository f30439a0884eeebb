using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests;

/// <summary>A refusal is an answer with a code, and moves no version.</summary>
public sealed class RefusedTests
{
    [Fact]
    public async Task Sales_and_the_other_coordinator_are_refused_and_the_manager_is_not()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        var other = life.Seen.Coordinator == "camille@demo.example" ? "yanis@demo.example" : "camille@demo.example";

        await IsRefused(
            life, "simon@demo.example", HttpStatusCode.Forbidden, "sales-do-not-follow-up", "record-call", ("outcome", "serious"));
        await IsRefused(life, other, HttpStatusCode.Forbidden, "not-your-project", "record-call", ("outcome", "serious"));

        Assert.Equal(HttpStatusCode.OK, (await life.Gives("nadia@demo.example", "record-call", ("outcome", "serious"))).Status);
    }

    [Fact]
    public async Task A_closed_project_takes_nothing_but_what_opens_it()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("not-serious", ("reason", "test"));
        var coordinator = life.Seen.Coordinator;

        await IsRefused(life, coordinator, HttpStatusCode.Conflict, "already-closed", "record-call", ("outcome", "serious"));
        await IsRefused(life, coordinator, HttpStatusCode.Conflict, "already-closed", "add-note", ("text", "Trop tard."));
        await IsRefused(life, coordinator, HttpStatusCode.Conflict, "already-closed", "close", ("result", "dead"), ("reason", "duplicate"));
        await life.Waits("PT11M");
        await IsRefused(life, coordinator, HttpStatusCode.Conflict, "nothing-to-undo", "undo");
        var (status, _) = await host.Post(host.Website, "/api/projects/P-1/signals", new JsonObject
        {
            ["kind"] = "message", ["at"] = Host.Rfc3339(await host.Now()),
        });
        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Fact]
    public async Task Inactive_providers_are_never_pushed_nor_those_that_the_client_did_not_want_nor_any_twice()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");
        var coordinator = life.Seen.Coordinator;

        await IsRefused(life, coordinator, HttpStatusCode.Conflict, "provider-inactive", "send-good-chances", ("provider", "PR-1"));
        await life.ProviderActs("PR-1", "quote");
        await IsRefused(life, coordinator, HttpStatusCode.Conflict, "no-interest-shown", "send-good-chances", ("provider", "PR-1"));
        await life.IsCalled("talking-to", ("provider", "PR-1"));
        await life.Command("send-good-chances", ("provider", "PR-1"));
        await IsRefused(life, coordinator, HttpStatusCode.Conflict, "already-told", "send-good-chances", ("provider", "PR-1"));

        Assert.Single(await life.Mails("GoodChances"));
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        using var caller = host.Client();
        caller.DefaultRequestHeaders.Authorization = (await host.Staff(life.Seen.Coordinator)).DefaultRequestHeaders.Authorization;
        caller.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", $"\"{life.Seen.Version - 1}\"");

        var (status, _) = await host.Post(
            caller, "/api/projects/P-1/commands", new JsonObject { ["type"] = "add-note", ["text"] = "Vu de plus ancien." });

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        await HasNotMoved(life);
    }

    static async Task IsRefused(
        Life life, string staff, HttpStatusCode expected, string code, string type, params (string Name, JsonNode Value)[] fields)
    {
        var (status, problem) = await life.Gives(staff, type, fields);
        Assert.Equal((expected, code), (status, problem.GetProperty("code").GetString()));
        Assert.NotEqual(JsonValueKind.Undefined, problem.GetProperty("detail").ValueKind);
        await HasNotMoved(life);
    }

    static async Task HasNotMoved(Life life)
    {
        var version = life.Seen.Version;
        await life.Look();
        Assert.Equal(version, life.Seen.Version);
    }
}
