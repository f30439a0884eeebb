using System.Text.Encodings.Web;
using System.Text.Json;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Local.Scheduling;
using FollowUp.Web.Api;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Nito.AsyncEx;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.Demo;

/// <summary>The endpoints of the demo's clock, and the middleware that makes a demo predictable: a GET shows everything that is due as done.</summary>
static class DemoEndpoints
{
    /// <summary>Does not escape the plus sign of an offset.</summary>
    static readonly JsonSerializerOptions RelaxedJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    const int MaxMoveBytes = 4096;

    /// <summary>Keeps requests and moves of the clock apart, and runs what is due before a GET is answered.</summary>
    public static void UseDemoClock(this WebApplication app)
    {
        var requestLock = app.Services.GetRequiredService<AsyncReaderWriterLock>();
        var projects = app.Services.GetRequiredService<DueProjectsService>();
        var jobs = app.Services.GetRequiredService<ScheduledJobsService>();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == ApiEndpoints.DemoClockPath || context.Request.Path == "/health")
            {
                await next();
                return;
            }

            using var shared = await requestLock.ReaderLockAsync(context.RequestAborted);
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await jobs.RunDue();
                await projects.RunDue();
            }

            await next();
        });
    }

    public static void MapDemoClock(this WebApplication app)
    {
        app.MapGet(ApiEndpoints.DemoClockPath, (DemoClock clock) => ClockResult(clock)).ExcludeFromDescription();
        app.MapPost(ApiEndpoints.DemoClockPath, async (HttpRequest request, DemoClock clock) =>
        {
            if (IsFromAnotherSite(request))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            var (move, field, error) = await ReadMove(request);
            if (move is not null)
            {
                error = await clock.Move(move);
            }

            return error is { } text ? Problem.Invalid(field, text, request.HttpContext) : (IResult)ClockResult(clock);
        }).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MaxMoveBytes)).ExcludeFromDescription();
    }

    /// <summary>Whether a page of another origin sends the request: browsers say so (Fetch, "Origin"; Fetch Metadata). Programs say nothing.</summary>
    static bool IsFromAnotherSite(HttpRequest request) =>
        (request.Headers.Origin is [{ Length: > 0 } origin] && (!Uri.TryCreate(origin, UriKind.Absolute, out var sender)
            || !string.Equals(sender.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)))
        || request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"];

    static async Task<(ClockMove? Move, string Field, LocalizedText? Error)> ReadMove(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            return ClockMove.Parse(body.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return ClockMove.Parse(default);
        }
    }

    static JsonHttpResult<Dictionary<string, string>> ClockResult(DemoClock clock)
    {
        var now = new ZonedDateTime(clock.Now, WorkingCalendar.France.Zone).ToOffsetDateTime();
        return TypedResults.Json(new Dictionary<string, string> { ["now"] = OffsetDateTimePattern.Rfc3339.Format(now) }, RelaxedJson);
    }
}
