using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests;

// The clock, the mailbox and the API, as a script would use them.
public sealed partial class Host
{
    public async Task<DateTimeOffset> Now() => Time(await Read(await Anybody.GetAsync("/demo/clock", Cancellation)));

    public Task<DateTimeOffset> Advance(string period) => Move(new JsonObject { ["advance"] = period });

    public Task<DateTimeOffset> Jump(string period) => Move(new JsonObject { ["jump"] = period });

    /// <summary>For where nothing lives yet: no time passes on the way.</summary>
    public async Task JumpTo(DateTimeOffset at) => await Jump($"PT{(at - await Now()).TotalMinutes}M");

    public Task<DateTimeOffset> To(DateTimeOffset at) => Move(new JsonObject { ["to"] = Rfc3339(at) });

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<Mail>> Mails(string? project = null, string? to = null)
    {
        var query = string.Join('&', new[] { Part("project", project), Part("to", to) }.Where(p => p.Length > 0));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/mailbox?" + query);
        request.Headers.Add("Accept", "application/json");
        using var answer = await Anybody.SendAsync(request, Cancellation);
        var mails = await Read(answer);
        return [.. mails.EnumerateArray().Select(m => new Mail(m)).OrderBy(m => m.At)];
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> Post(HttpClient who, string path, JsonNode? body)
    {
        using var answer = await who.PostAsJsonAsync(path, body, Cancellation);
        return (answer.StatusCode, await Body(answer));
    }

    public async Task<ProjectSeen?> Find(string id)
    {
        using var answer = await Website.GetAsync($"/api/projects/{id}", Cancellation);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : new ProjectSeen(await Read(answer));
    }

    public async Task<ProjectSeen> Project(string id) => await Find(id) ?? throw new KeyNotFoundException(id);

    public static string Rfc3339(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    async Task<DateTimeOffset> Move(JsonObject move)
    {
        var (status, body) = await Post(Anybody, "/demo/clock", move);
        Assert.Equal(HttpStatusCode.OK, status);
        return Time(body);
    }

    static DateTimeOffset Time(JsonElement clock) => clock.GetProperty("now").GetDateTimeOffset();

    static string Part(string name, string? value) => value is null ? "" : $"{name}={Uri.EscapeDataString(value)}";

    static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var body = await Body(answer);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {body}");
        return body;
    }

    static async Task<JsonElement> Body(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return text.StartsWith('{') || text.StartsWith('[') ? JsonSerializer.Deserialize<JsonElement>(text) : default;
    }
}
