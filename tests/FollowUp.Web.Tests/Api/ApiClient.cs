using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests.Api;

/// <summary>A client of the API with fixed credentials.</summary>
public sealed class ApiClient(HttpClient http, Action<HttpRequestMessage> credentials)
{
    public Task<ApiReply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<ApiReply> Post(string path, JsonNode body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, Json(body.ToJsonString()), headers);

    public Task<ApiReply> Post(string path, string body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, Json(body), headers);

    public Task<ApiReply> Put(string path, string body) => Send(HttpMethod.Put, path, Json(body));

    public Task<ApiReply> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public async Task<ApiReply> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        credentials(request);
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ApiReply(response.StatusCode, text, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}

public sealed record ApiReply(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, string? MediaType)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? Code => Json.GetProperty("code").GetString();

    public long Version => Json.GetProperty("version").GetInt64();

    /// <summary>The entries of a project's timeline, each as JSON.</summary>
    public string[] Timeline => [.. Json.GetProperty("timeline").EnumerateArray().Select(entry => entry.GetRawText())];

    /// <summary>A project without its timeline, as JSON.</summary>
    public string WithoutTimeline
    {
        get
        {
            var project = JsonNode.Parse(Text)!.AsObject();
            project.Remove("timeline");
            return project.ToJsonString();
        }
    }

    /// <summary>The fields that were named as wrong.</summary>
    public string[] ErrorFields => HasStatus(HttpStatusCode.BadRequest).Json.GetProperty("errors").EnumerateObject().Select(e => e.Name).ToArray();

    public string? this[string path] => path.Split('.').Aggregate(
        (JsonElement?)Json, (json, name) => json is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var value) ? value : null)
        is { } found ? found.ToString() : null;

    public ApiReply HasStatus(HttpStatusCode status)
    {
        Assert.True(status == Status, $"Expected {(int)status}, got {(int)Status}: {Text}");
        return this;
    }

    public ApiReply HasProblem(HttpStatusCode status, string code)
    {
        HasStatus(status);
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(code, Code);
        Assert.All(["type", "title", "detail"], name => Assert.NotEmpty(Json.GetProperty(name).GetString()!));
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        return this;
    }
}
