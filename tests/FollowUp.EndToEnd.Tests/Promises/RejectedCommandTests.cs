using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>A rejected command gets a code and changes nothing.</summary>
public sealed class RejectedCommandTests(SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task Only_the_projects_coordinator_and_the_manager_may_record_a_call()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        var other = life.Project.Coordinator == "camille@demo.example" ? "yanis@demo.example" : "camille@demo.example";

        await AssertRejected(
            life, "simon@demo.example", HttpStatusCode.Forbidden, "sales-do-not-follow-up", "record-call", ("outcome", "serious"));
        await AssertRejected(life, other, HttpStatusCode.Forbidden, "not-your-project", "record-call", ("outcome", "serious"));

        Assert.Equal(HttpStatusCode.OK, (await life.TryCommand("nadia@demo.example", "record-call", ("outcome", "serious"))).Status);
    }

    [Fact]
    public async Task A_closed_project_accepts_only_what_reopens_it()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("not-serious", ("reason", "test"));
        var coordinator = life.Project.Coordinator;

        await AssertRejected(life, coordinator, HttpStatusCode.Conflict, "already-closed", "record-call", ("outcome", "serious"));
        await AssertRejected(life, coordinator, HttpStatusCode.Conflict, "already-closed", "add-note", ("text", "Trop tard."));
        await AssertRejected(life, coordinator, HttpStatusCode.Conflict, "already-closed", "close", ("result", "dead"), ("reason", "duplicate"));
        await life.Advance("PT11M");
        await AssertRejected(life, coordinator, HttpStatusCode.Conflict, "nothing-to-undo", "undo");
        var (status, _) = await host.Post(host.WebsiteClient, $"/api/projects/{life.Id}/signals", new JsonObject
        {
            ["kind"] = "message", ["at"] = HostProcess.FormatTime(await host.Now()),
        });
        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    [Fact]
    public async Task Good_chances_go_once_to_an_active_provider_that_interests_the_client()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        var coordinator = life.Project.Coordinator;

        await AssertRejected(life, coordinator, HttpStatusCode.Conflict, "provider-inactive", "send-good-chances", ("provider", "PR-1"));
        await life.ReportProviderAction("PR-1", "quote");
        await AssertRejected(life, coordinator, HttpStatusCode.Conflict, "no-interest-shown", "send-good-chances", ("provider", "PR-1"));
        await life.RecordCall("talking-to", ("provider", "PR-1"));
        await life.GiveCommand("send-good-chances", ("provider", "PR-1"));
        await AssertRejected(life, coordinator, HttpStatusCode.Conflict, "already-told", "send-good-chances", ("provider", "PR-1"));

        // It can be taken back for two minutes.
        await life.Advance("PT2M");
        Assert.Single(await life.GetMails("GoodChances"));
    }

    [Fact]
    public async Task A_command_for_a_stale_version_is_rejected()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        using var caller = host.CreateClient();
        caller.DefaultRequestHeaders.Authorization = (await host.GetStaffClient(life.Project.Coordinator)).DefaultRequestHeaders.Authorization;
        caller.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", $"\"{life.Project.Version - 1}\"");

        var (status, _) = await host.Post(
            caller, $"/api/projects/{life.Id}/commands", new JsonObject { ["type"] = "add-note", ["text"] = "Vu de plus ancien." });

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        await AssertUnchanged(life);
    }

    static async Task AssertRejected(
        Life life, string staff, HttpStatusCode expected, string code, string type, params (string Name, JsonNode Value)[] fields)
    {
        var (status, problem) = await life.TryCommand(staff, type, fields);
        Assert.Equal((expected, code), (status, problem.GetProperty("code").GetString()));
        Assert.NotEqual(JsonValueKind.Undefined, problem.GetProperty("detail").ValueKind);
        await AssertUnchanged(life);
    }

    static async Task AssertUnchanged(Life life)
    {
        var version = life.Project.Version;
        await life.Refresh();
        Assert.Equal(version, life.Project.Version);
    }
}
