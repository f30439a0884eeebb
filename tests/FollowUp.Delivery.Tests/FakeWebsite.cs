using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUp.Delivery.Tests;

/// <summary>A website on loopback that answers as a test sets it and records every request.</summary>
sealed class FakeWebsite : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<ReceivedRequest> requests = new();

    FakeWebsite(WebApplication app) => this.app = app;

    public sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

    public Uri Address => new(app.Urls.First());

    public IReadOnlyList<ReceivedRequest> Requests => [.. requests];

    /// <param name="answer">Gets the number of the request, counted from one.</param>
    public static async Task<FakeWebsite> Start(Func<int, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var website = new FakeWebsite(builder.Build());
        website.app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString());
            website.requests.Enqueue(new ReceivedRequest(http.Request.Path, headers, body));
            await answer(website.requests.Count, http);
        });
        await website.app.StartAsync();
        return website;
    }

    /// <summary>Answers the first request with the first status and so on; the last status stays.</summary>
    public static Task<FakeWebsite> StartWithStatuses(params int[] statuses) => Start((number, http) =>
    {
        http.Response.StatusCode = statuses[Math.Min(number, statuses.Length) - 1];
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
