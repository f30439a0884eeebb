using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.TestKit;

namespace FollowUp.EndToEnd.Tests;

// The clock, the mailbox and the API, as a script would use them.
public sealed partial class HostProcess
{
    public async Task<DateTimeOffset> Now() => ParseTime(await ReadSuccess(await AnonymousClient.GetAsync("/demo/clock", Cancellation)));

    public Task<DateTimeOffset> Advance(string period) => MoveClock(new JsonObject { ["advance"] = period });

    public Task<DateTimeOffset> Jump(string period) => MoveClock(new JsonObject { ["jump"] = period });

    /// <summary>Sets the clock without the time in between, as after an outage.</summary>
    public async Task JumpTo(DateTimeOffset at) => await Jump($"PT{(at - await Now()).TotalMinutes}M");

    public Task<DateTimeOffset> AdvanceTo(DateTimeOffset at) => MoveClock(new JsonObject { ["to"] = FormatTime(at) });

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<MailboxMail>> GetMails(string? project = null, string? to = null)
    {
        var query = string.Join('&', new[] { FormatQueryParameter("project", project), FormatQueryParameter("to", to) }.Where(p => p.Length > 0));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/mailbox?" + query);
        request.Headers.Add("Accept", "application/json");
        using var answer = await AnonymousClient.SendAsync(request, Cancellation);
        var mails = await ReadSuccess(answer);
        return [.. mails.EnumerateArray().Select(m => new MailboxMail(m)).OrderBy(m => m.At)];
    }

    /// <summary>Waits for the first mail of a project, which a host without a demo's clock sends by itself.</summary>
    public async Task<MailboxMail> WaitForMail(string project)
    {
        IReadOnlyList<MailboxMail> mails = [];
        await Eventually.IsTrue(async () => (mails = await GetMails(project)).Count > 0, () => $"There is no mail of {project}.");
        return mails[0];
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> Post(HttpClient caller, string path, JsonNode? body)
    {
        using var answer = await caller.PostAsJsonAsync(path, body, Cancellation);
        return (answer.StatusCode, await ReadBody(answer));
    }

    public async Task<ProjectResponse?> FindProject(string id)
    {
        using var answer = await WebsiteClient.GetAsync($"/api/projects/{id}", Cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        var project = JsonObject.Create(await ReadSuccess(answer))!;
        project["timeline"] = new JsonArray([.. await ReadEarlierEntries(answer), .. project["timeline"]!.AsArray().Select(e => e!.DeepClone())]);
        return new ProjectResponse(JsonSerializer.SerializeToElement(project));
    }

    /// <summary>The timeline entries of the pages before one, oldest first.</summary>
    async Task<JsonNode[]> ReadEarlierEntries(HttpResponseMessage page)
    {
        if (!page.Headers.TryGetValues("Link", out var links))
        {
            return [];
        }

        using var answer = await WebsiteClient.GetAsync(links.Single().Split('<', '>')[1], Cancellation);
        var entries = (await ReadSuccess(answer)).GetProperty("timeline").EnumerateArray().Select(e => (JsonNode)JsonObject.Create(e)!);
        return [.. await ReadEarlierEntries(answer), .. entries];
    }

    public async Task<ProjectResponse> GetProject(string id) => await FindProject(id) ?? throw new KeyNotFoundException(id);

    public static string FormatTime(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    async Task<DateTimeOffset> MoveClock(JsonObject move)
    {
        var (status, body) = await Post(AnonymousClient, "/demo/clock", move);
        Assert.Equal(HttpStatusCode.OK, status);
        return ParseTime(body);
    }

    static DateTimeOffset ParseTime(JsonElement clock) => clock.GetProperty("now").GetDateTimeOffset();

    static string FormatQueryParameter(string name, string? value) => value is null ? "" : $"{name}={Uri.EscapeDataString(value)}";

    static async Task<JsonElement> ReadSuccess(HttpResponseMessage answer)
    {
        var body = await ReadBody(answer);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {body}");
        return body;
    }

    static async Task<JsonElement> ReadBody(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return text.StartsWith('{') || text.StartsWith('[') ? JsonSerializer.Deserialize<JsonElement>(text) : default;
    }
}
