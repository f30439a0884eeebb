using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>Invalid input is named field by field and changes nothing. No test moves the clock.</summary>
public sealed class InvalidInputTests(SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Theory]
    [InlineData("id", null)]
    [InlineData("id", "")]
    [InlineData("id", 7)]
    [InlineData("title", null)]
    [InlineData("title", "")]
    [InlineData("category", null)]
    [InlineData("language", "de")]
    [InlineData("deadline", "hier")]
    [InlineData("deadline", "2020-01-31")]
    [InlineData("submittedAt", "2026-11-23T08:56:00")]
    [InlineData("submittedAt", "2199-01-01T00:00:00Z")]
    [InlineData("budget.min", "beaucoup")]
    [InlineData("budget.min", -1)]
    [InlineData("budget.min", 99999)]
    [InlineData("budget.currency", "euros")]
    [InlineData("client", null)]
    [InlineData("client.id", null)]
    [InlineData("client.type", "robot")]
    [InlineData("client.name", null)]
    [InlineData("client.email", "jeanne")]
    [InlineData("client.email", "jeanne@atelier.example\r\nBcc: tous@ailleurs.example")]
    [InlineData("client.phone", "12")]
    [InlineData("client.colour", "bleu")]
    [InlineData("unknown", true)]
    public async Task An_invalid_field_is_named_and_nothing_is_stored(string field, object? value)
    {
        var host = demo.Host;
        var submission = Submissions.Company("P-1", await host.Now());
        submission["id"] = "P-bad";
        SetField(submission, field, value);

        var (status, problem) = await host.Post(host.WebsiteClient, "/api/projects", submission);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid", problem.GetProperty("code").GetString());
        Assert.True(
            problem.GetProperty("errors").EnumerateObject()
                .Any(e => e.Name == field || e.Name.StartsWith(field + ".", StringComparison.Ordinal)),
            $"{problem}");
        Assert.Null(await host.FindProject("P-bad"));
    }

    [Theory]
    [InlineData("""{"type":"record-call"}""", "outcome")]
    [InlineData("""{"type":"record-call","outcome":"perhaps"}""", "outcome")]
    [InlineData("""{"type":"record-call","outcome":"chose"}""", "provider")]
    [InlineData("""{"type":"record-call","outcome":"chose","provider":"PR-99"}""", "provider")]
    [InlineData("""{"type":"record-call","outcome":"not-serious"}""", "reason")]
    [InlineData("""{"type":"record-call","outcome":"not-now"}""", "until")]
    [InlineData("""{"type":"record-call","outcome":"call-back"}""", "at")]
    [InlineData("""{"type":"record-call","outcome":"no-answer","at":"2199-01-01T00:00:00Z"}""", "at")]
    [InlineData("""{"type":"snooze","until":"2020-01-01","reason":"x"}""", "until")]
    [InlineData("""{"type":"assign","coordinator":"nobody@demo.example"}""", "coordinator")]
    [InlineData("""{"type":"assign","coordinator":"simon@demo.example"}""", "coordinator")]
    [InlineData("""{"type":"close","result":"won"}""", "provider")]
    [InlineData("""{"type":"close","result":"dead","reason":"bored"}""", "reason")]
    [InlineData("""{"type":"add-note"}""", "text")]
    [InlineData("""{"type":"dance"}""", "type")]
    [InlineData("""{"outcome":"no-answer"}""", "type")]
    public async Task An_invalid_command_names_its_field_and_changes_nothing(string command, string field)
    {
        var host = demo.Host;
        var submission = Submissions.Company("P-good", demo.StartedAt);
        await host.Post(host.WebsiteClient, "/api/projects", submission);
        var before = await host.GetProject("P-good");

        var (status, problem) = await host.Post(
            await host.GetStaffClient(before.Coordinator), "/api/projects/P-good/commands", JsonNode.Parse(command));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), $"{problem}");
        Assert.Equal(before.Version, (await host.GetProject("P-good")).Version);
    }

    [Theory]
    [InlineData("""{"advance":"3 days"}""", "advance")]
    [InlineData("""{"advance":"P-1D"}""", "advance")]
    [InlineData("""{"to":"2020-01-01T00:00:00Z"}""", "to")]
    [InlineData("""{"to":"tomorrow"}""", "to")]
    [InlineData("""{"jump":10}""", "jump")]
    [InlineData("""{"leap":"P1D"}""", "leap")]
    [InlineData("""{}""", "body")]
    public async Task An_invalid_move_of_the_clock_names_its_field_and_changes_nothing(string move, string field)
    {
        var host = demo.Host;
        var before = await host.Now();

        var (status, problem) = await host.Post(host.AnonymousClient, "/demo/clock", JsonNode.Parse(move));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), $"{problem}");
        Assert.Equal(before, await host.Now());
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_page_of_another_origin_does_not_move_the_clock(string header, string value)
    {
        var host = demo.Host;
        var before = await host.Now();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/demo/clock") { Content = new StringContent("""{"advance":"P1D"}""") };
        request.Headers.Add(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await host.AnonymousClient.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(before, await host.Now());
    }

    [Fact]
    public async Task Request_without_key_or_token_is_unauthorized()
    {
        var host = demo.Host;
        var submission = Submissions.Company("P-closed", await host.Now());
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Post(host.AnonymousClient, "/api/projects", submission)).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await host.Post(host.AnonymousClient, "/api/projects/P-good/commands", new JsonObject { ["type"] = "undo" })).Status);
        Assert.Null(await host.FindProject("P-closed"));
    }

    /// <summary>The tests of costs run on a server that does not cut such a body; Kestrel does.</summary>
    [Theory]
    [InlineData("/api/projects", "{\"id\":\"", "x")]
    [InlineData("/api/projects", "", "[")]
    [InlineData("/api/complaints", "{\"text\":\"", "\\n")]
    [InlineData("/api/commands", "[", "{\"project\":\"P-1\"},")]
    [InlineData("/demo/clock", "{\"advance\":\"", "x")]
    public async Task A_json_body_of_unannounced_length_is_cut(string path, string start, string piece)
    {
        var host = demo.Host;
        using var body = new UnannouncedContent(start, piece);
        var caller = path == "/api/commands" ? await host.GetStaffClient("nadia@demo.example") : host.WebsiteClient;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        HttpStatusCode status;
        try
        {
            using var response = await caller.SendAsync(request, TestContext.Current.CancellationToken);
            status = response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server has closed the connection while the body was being sent.
            status = HttpStatusCode.RequestEntityTooLarge;
        }

        Assert.True(status is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{status}");
        Assert.True(body.Taken < UnannouncedContent.Longest / 2, $"{body.Taken} bytes were taken");
    }

    static void SetField(JsonObject json, string field, object? value)
    {
        var names = field.Split('.');
        foreach (var name in names[..^1])
        {
            json = (JsonObject)json[name]!;
        }

        if (value is null)
        {
            json.Remove(names[^1]);
        }
        else
        {
            json[names[^1]] = JsonValue.Create(value);
        }
    }
}
