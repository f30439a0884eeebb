using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUp.Couriers.Tests;

/// <summary>A website on loopback: it answers as it is told, and remembers what it was asked.</summary>
sealed class FakeWebsite : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<ReceivedRequest> calls = new();

    FakeWebsite(WebApplication app) => this.app = app;

    public sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

    public Uri Address => new(app.Urls.First());

    public IReadOnlyList<ReceivedRequest> Requests => [.. calls];

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
            website.calls.Enqueue(new ReceivedRequest(http.Request.Path, headers, body));
            await answer(website.calls.Count, http);
        });
        await website.app.StartAsync();
        return website;
    }

    public static Task<FakeWebsite> StartWithStatuses(params int[] statuses) => Start((call, http) =>
    {
        http.Response.StatusCode = statuses[Math.Min(call, statuses.Length) - 1];
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
