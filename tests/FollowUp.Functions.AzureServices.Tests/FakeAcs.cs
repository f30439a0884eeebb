using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Functions.AzureServices.Tests;

/// <summary>
/// The mail service on loopback. It accepts each operation id once and answers a repeat with 400. <see cref="Next"/> and <see cref="Refuse"/>
/// choose its other answers.
/// </summary>
sealed class FakeAcs : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentDictionary<string, string> accepted = new();
    readonly ConcurrentDictionary<string, string> failed = new();
    readonly ConcurrentQueue<(string Operation, Instant At)> requests = new();
    readonly ConcurrentQueue<Trouble> troubles = new();
    readonly AutoAdvancingTimeProvider time;
    (int Status, string Code)? refusal;
    string? failure;

    FakeAcs(WebApplication app, AutoAdvancingTimeProvider time) => (this.app, this.time) = (app, time);

    public enum Trouble
    {
        None,

        /// <summary>429 with <c>Retry-After: 7</c>; nothing is accepted.</summary>
        Busy,

        /// <summary>500; nothing is accepted.</summary>
        Broken,

        /// <summary>The mail is accepted, and no answer is sent.</summary>
        AcceptedThenSilent,
    }

    public Uri Address => new(app.Urls.First());

    public IReadOnlyDictionary<string, string> Accepted => accepted;

    public IReadOnlyList<(string Operation, Instant At)> Requests => [.. requests];

    public void Next(params Trouble[] next) => Array.ForEach(next, troubles.Enqueue);

    /// <summary>Refuses every mail for another reason than a repeat.</summary>
    public void Refuse(int status, string code) => refusal = (status, code);

    /// <summary>Accepts the next mail without an answer, and reports its operation as failed afterwards.</summary>
    public void FailOverNext(string code)
    {
        failure = code;
        Next(Trouble.AcceptedThenSilent);
    }

    public static async Task<FakeAcs> Open(AutoAdvancingTimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var acs = new FakeAcs(builder.Build(), time);
        acs.app.MapPost("/emails:send", acs.Send);
        acs.app.MapGet("/emails/operations/{id}", acs.Status);
        await acs.app.StartAsync();
        return acs;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task<IResult> Send(HttpRequest request)
    {
        var operation = request.Headers["Operation-Id"].ToString();
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        requests.Enqueue((operation, time.Now));
        var trouble = troubles.TryDequeue(out var next) ? next : Trouble.None;
        switch (trouble)
        {
            case Trouble.Busy:
                request.HttpContext.Response.Headers.RetryAfter = "7";
                return Error(429, "TooManyRequests");
            case Trouble.Broken:
                return Error(500, "InternalServerError");
        }

        if (refusal is { } no)
        {
            return Error(no.Status, no.Code);
        }

        if (!accepted.TryAdd(operation, body.ToString()))
        {
            return Error(400, "OperationIdAlreadyUsed");
        }

        if (failure is { } later)
        {
            failed.TryAdd(operation, later);
        }

        if (trouble == Trouble.AcceptedThenSilent)
        {
            time.AdvanceByTimeout();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.HttpContext.RequestAborted);
        }

        return Results.Json(new { id = operation, status = "Running" }, statusCode: 202);
    }

    IResult Status(string id) => failed.TryGetValue(id, out var code) ? Results.Json(new { id, status = "Failed", error = new { code, message = code } })
        : accepted.ContainsKey(id) ? Results.Json(new { id, status = "Running" })
        : Error(404, "NotFound");

    static IResult Error(int status, string code) => Results.Json(new { error = new { code, message = code } }, statusCode: status);
}
