using System.Text.Encodings.Web;
using System.Text.Json;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Local.Scheduling;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.Demo;

/// <summary>The demo's clock over HTTP, and what makes a demo predictable: whoever looks sees everything done that is due.</summary>
static class DemoEndpoints
{
    const string ClockPath = "/demo/clock";

    static readonly LocalizedText InvalidInput = new("Données invalides", "Invalid input");
    static readonly LocalizedText ClockNotMoved = new("L’horloge n’a pas bougé.", "The clock was not moved.");

    /// <summary>So that scripts may read the plus of the offset with the bare eye.</summary>
    static readonly JsonSerializerOptions RelaxedJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Keeps requests and moves of the clock apart, and does what is due before a request that only looks is answered.</summary>
    public static void UseDemoClock(this WebApplication app)
    {
        var turnstile = app.Services.GetRequiredService<Turnstile>();
        var driver = app.Services.GetRequiredService<DueProjectsService>();
        var department = app.Services.GetRequiredService<ScheduledJobsService>();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == ClockPath || context.Request.Path == "/health")
            {
                await next();
                return;
            }

            await turnstile.Enter(context.RequestAborted);
            try
            {
                if (HttpMethods.IsGet(context.Request.Method))
                {
                    await department.RunDue();
                    await driver.RunDue();
                }

                await next();
            }
            finally
            {
                turnstile.Leave();
            }
        });
    }

    public static void MapDemoClock(this WebApplication app)
    {
        app.MapGet(ClockPath, (DemoClock clock) => ClockResult(clock)).ExcludeFromDescription();
        app.MapPost(ClockPath, async (HttpRequest request, DemoClock clock) =>
        {
            var (move, field, fault) = await ReadMove(request);
            if (move is not null)
            {
                fault = await clock.Move(move);
            }

            return fault is { } phrase ? InvalidMoveResult(field, phrase, GetLanguage(request)) : (IResult)ClockResult(clock);
        }).DisableAntiforgery().ExcludeFromDescription();
    }

    static async Task<(ClockMove? Move, string Field, LocalizedText? Fault)> ReadMove(HttpRequest request)
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

    static JsonHttpResult<Problem> InvalidMoveResult(string field, LocalizedText fault, Language language) => TypedResults.Json(
        new Problem(
            "urn:followup:problem:invalid", InvalidInput.In(language), StatusCodes.Status400BadRequest, ClockNotMoved.In(language), "invalid",
            new Dictionary<string, string[]> { [field] = [fault.In(language)] }),
        contentType: Problem.MediaType,
        statusCode: StatusCodes.Status400BadRequest);
}
