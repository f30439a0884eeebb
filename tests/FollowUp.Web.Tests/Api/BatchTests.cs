using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests.Api;

/// <summary><c>POST /api/commands</c>: each command of a list is answered as if it had come alone.</summary>
public sealed class BatchTests : IAsyncLifetime
{
    const string MissedCall = """{"type":"record-call","outcome":"no-answer"}""";

    readonly ApiHost host = new();

    ApiClient Camille => host.As(ApiHost.Camille);

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Commands_on_many_projects_are_recorded_in_one_request()
    {
        var ids = Enumerable.Range(1, 20).Select(i => $"P-{i}").ToList();
        foreach (var id in ids) await host.SubmitProject(id);
        await AssignAllToCamille(ids);

        var answers = await Send([.. ids.Select(id => Item(id, MissedCall))]);

        Assert.Equal(ids, answers.Select(answer => answer.GetProperty("project").GetString()));
        Assert.All(answers, answer => Assert.Equal((200, null), (Status(answer), Code(answer))));
        foreach (var id in ids)
        {
            var project = await Camille.Get($"/api/projects/{id}");
            Assert.Contains(project.Timeline, entry => entry.Contains("\"call-missed\"", StringComparison.Ordinal));

            // The calls count for the person, so the other projects have planned again since.
            Assert.InRange(Assert.Single(answers, answer => answer.GetProperty("project").GetString() == id).GetProperty("version").GetInt64(), 3, project.Version);
        }
    }

    [Fact]
    public async Task One_command_that_fails_does_not_stop_the_others()
    {
        await host.SubmitProject("P-1");
        await host.SubmitProject("P-2");
        await host.SubmitProject("P-3");
        await AssignAllToCamille(["P-1", "P-2", "P-3"]);

        var answers = await Send(
            Item("P-1", """{"type":"reopen"}"""),
            Item("P-9", MissedCall),
            Item("P-2", """{"type":"record-call","outcome":"nobody"}"""),
            Item("P-3", MissedCall, ifMatch: 1_000),
            Item("P-4", """{"type":"snooze","until":"2020-01-01","reason":"x"}"""),
            "7",
            """{"project":"P-5","command":{"type":"undo"},"colour":"blue"}""",
            """{"project":"P-6"}""");

        Assert.Equal(
            [(409, "not-closed"), (404, "unknown-project"), (400, "invalid"), (412, "stale"), (400, "invalid"), (400, "invalid"), (400, "invalid"), (400, "invalid")],
            answers.Select(answer => (Status(answer), Code(answer))));
        Assert.Equal(
            ["", "", "command.outcome", "", "command.until", "body", "colour", "command"],
            answers.Select(answer => answer.TryGetProperty("errors", out var errors) ? string.Join(' ', errors.EnumerateObject().Select(field => field.Name)) : ""));
        Assert.Equal((await Camille.Get("/api/projects/P-3")).Version, answers[3].GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("../P-1")]
    [InlineData("")]
    public async Task An_id_that_no_project_has_is_named(string id) =>
        Assert.Equal(["project"], Assert.Single(await Send(Item(id, MissedCall))).GetProperty("errors").EnumerateObject().Select(field => field.Name));

    [Fact]
    public async Task An_endless_id_is_not_looked_for() => Assert.Equal(400, Status(Assert.Single(await Send(Item(new string('x', 100_000), MissedCall)))));

    [Fact]
    public async Task A_second_command_on_one_project_is_refused_and_the_first_recorded()
    {
        await host.SubmitProject("P-1");
        await AssignAllToCamille(["P-1"]);

        var answers = await Send(Item("P-1", """{"type":"add-note","text":"un"}"""), Item("P-1", """{"type":"add-note","text":"deux"}"""));

        Assert.Equal([200, 400], answers.Select(Status));
        Assert.Equal(["project"], answers[1].GetProperty("errors").EnumerateObject().Select(field => field.Name));
        var text = (await Camille.Get("/api/projects/P-1")).Text;
        Assert.Contains("un", text, StringComparison.Ordinal);
        Assert.DoesNotContain("deux", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_command_is_authorized_on_its_own()
    {
        await host.SubmitProject("P-1");
        await host.SubmitProject("P-2");
        await AssignAllToCamille(["P-1"]);
        await host.As(ApiHost.Nadia).SendCommand("P-2", $$"""{"type":"assign","coordinator":"{{ApiHost.Yanis}}"}""");

        Assert.Equal([(200, null), (403, "not-your-project")], (await Send(Item("P-1", MissedCall), Item("P-2", MissedCall))).Select(answer => (Status(answer), Code(answer))));
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Website.Post("/api/commands", $"[{Item("P-1", MissedCall)}]")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous.Post("/api/commands", $"[{Item("P-1", MissedCall)}]")).Status);
    }

    /// <summary>After a lost answer a caller repeats the list, or a part of it, or a command alone.</summary>
    [Fact]
    public async Task A_repeat_under_the_same_key_changes_nothing_in_a_list_or_alone()
    {
        await host.SubmitProject("P-1");
        await AssignAllToCamille(["P-1"]);
        const string note = """{"type":"add-note","text":"Rappelle lundi."}""";
        var first = Assert.Single(await Send(Item("P-1", note, key: "K-1")));

        var again = Assert.Single(await Send(Item("P-1", note, key: "K-1")));
        var alone = await Camille.Post("/api/projects/P-1/commands", note, ("Idempotency-Key", "K-1"));
        var other = Assert.Single(await Send(Item("P-1", """{"type":"add-note","text":"Autre."}""", key: "K-1")));

        Assert.Equal(first.GetProperty("version").GetInt64(), again.GetProperty("version").GetInt64());
        Assert.Equal(first.GetProperty("version").GetInt64(), alone.HasStatus(HttpStatusCode.OK).Version);
        Assert.Equal((422, "idempotency-key-reused"), (Status(other), Code(other)));
        Assert.Equal(["key"], Assert.Single(await Send(Item("P-1", note, key: "é"))).GetProperty("errors").EnumerateObject().Select(field => field.Name));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_body_that_is_no_list_of_commands_is_refused_as_a_whole(string body) =>
        Assert.Equal(["body"], (await Camille.Post("/api/commands", body)).ErrorFields);

    [Fact]
    public async Task More_than_100_commands_are_refused_as_a_whole()
    {
        await host.SubmitProject("P-1");
        await AssignAllToCamille(["P-1"]);
        var before = await Camille.Get("/api/projects/P-1");

        var items = Enumerable.Range(1, 101).Select(i => Item($"P-{i}", MissedCall));
        Assert.Equal(["body"], (await Camille.Post("/api/commands", $"[{string.Join(',', items)}]")).ErrorFields);
        Assert.Equal(before.Text, (await Camille.Get("/api/projects/P-1")).Text);
    }

    async Task AssignAllToCamille(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            (await host.As(ApiHost.Nadia).SendCommand(id, $$"""{"type":"assign","coordinator":"{{ApiHost.Camille}}"}""")).HasStatus(HttpStatusCode.OK);
        }
    }

    async Task<JsonElement[]> Send(params string[] items) =>
        [.. (await Camille.Post("/api/commands", $"[{string.Join(',', items)}]")).HasStatus(HttpStatusCode.OK).Json.EnumerateArray()];

    static string Item(string project, string command, string? key = null, long? ifMatch = null)
    {
        var item = new JsonObject { ["project"] = project, ["command"] = JsonNode.Parse(command) };
        if (key is not null) item["key"] = key;
        if (ifMatch is not null) item["ifMatch"] = ifMatch;
        return item.ToJsonString();
    }

    static int Status(JsonElement answer) => answer.GetProperty("status").GetInt32();

    static string? Code(JsonElement answer) => answer.GetProperty("code").GetString();
}
