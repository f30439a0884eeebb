using System.Text.Encodings.Web;
using System.Text.Json;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Local.Scheduling;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Nito.AsyncEx;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.Demo;

/// <summary>The endpoints of the demo's clock, and the middleware that makes a demo predictable: a GET shows everything that is due as done.</summary>
static class DemoEndpoints
{
    const string ClockPath = "/demo/clock";

    static readonly LocalizedText InvalidInput = new("Données invalides", "Invalid input");
    static readonly LocalizedText ClockNotMoved = new("L’horloge n’a pas bougé.", "The clock was not moved.");

    /// <summary>Does not escape the plus sign of an offset.</summary>
    static readonly JsonSerializerOptions RelaxedJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Keeps requests and moves of the clock apart, and runs what is due before a GET is answered.</summary>
    public static void UseDemoClock(this WebApplication app)
    {
        var requestLock = app.Services.GetRequiredService<AsyncReaderWriterLock>();
        var projects = app.Services.GetRequiredService<DueProjectsService>();
        var jobs = app.Services.GetRequiredService<ScheduledJobsService>();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == ClockPath || context.Request.Path == "/health")
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
        app.MapGet(ClockPath, (DemoClock clock) => ClockResult(clock)).ExcludeFromDescription();
        app.MapPost(ClockPath, async (HttpRequest request, DemoClock clock) =>
        {
            var (move, field, error) = await ReadMove(request);
            if (move is not null)
            {
                error = await clock.Move(move);
            }

            return error is { } text ? InvalidMoveResult(field, text, GetLanguage(request)) : (IResult)ClockResult(clock);
        }).DisableAntiforgery().ExcludeFromDescription();
    }

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

    static Language GetLanguage(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.French;

    static JsonHttpResult<Problem> InvalidMoveResult(string field, LocalizedText error, Language language) => TypedResults.Json(
        new Problem(
            "urn:followup:problem:invalid", InvalidInput.In(language), StatusCodes.Status400BadRequest, ClockNotMoved.In(language), "invalid",
            new Dictionary<string, string[]> { [field] = [error.In(language)] }),
        contentType: Problem.MediaType,
        statusCode: StatusCodes.Status400BadRequest);
}
