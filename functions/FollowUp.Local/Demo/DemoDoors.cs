using System.Text.Encodings.Web;
using System.Text.Json;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local;

/// <summary>The demo's clock over HTTP, and what makes a demo predictable: whoever looks sees everything done that is due.</summary>
static class DemoDoors
{
    const string Clock = "/demo/clock";

    static readonly LocalizedText Invalid = new("Données invalides", "Invalid input");
    static readonly LocalizedText NotMoved = new("L’horloge n’a pas bougé.", "The clock was not moved.");

    /// <summary>So that scripts may read the plus of the offset with the bare eye.</summary>
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Keeps requests and moves of the clock apart, and does what is due before a request that only looks is answered.</summary>
    public static void UseDemoClock(this WebApplication app)
    {
        var turnstile = app.Services.GetRequiredService<Turnstile>();
        var driver = app.Services.GetRequiredService<Driver>();
        var department = app.Services.GetRequiredService<DepartmentClock>();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == Clock || context.Request.Path == "/health")
            {
                await next();
                return;
            }

            await turnstile.Enter(context.RequestAborted);
            try
            {
                if (HttpMethods.IsGet(context.Request.Method))
                {
                    await department.Settle();
                    await driver.Settle();
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
        app.MapGet(Clock, (DemoClock clock) => Shown(clock)).ExcludeFromDescription();
        app.MapPost(Clock, async (HttpRequest request, DemoClock clock) =>
        {
            var (move, field, fault) = await Read(request);
            if (move is not null)
            {
                fault = await clock.Move(move);
            }

            return fault is { } phrase ? Refused(field, phrase, LanguageOf(request)) : (IResult)Shown(clock);
        }).DisableAntiforgery().ExcludeFromDescription();
    }

    static async Task<(ClockMove? Move, string Field, LocalizedText? Fault)> Read(HttpRequest request)
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

    static JsonHttpResult<Dictionary<string, string>> Shown(DemoClock clock)
    {
        var now = new ZonedDateTime(clock.Now, WorkingCalendar.France.Zone).ToOffsetDateTime();
        return TypedResults.Json(new Dictionary<string, string> { ["now"] = OffsetDateTimePattern.Rfc3339.Format(now) }, Plain);
    }

    static Language LanguageOf(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.French;

    static JsonHttpResult<Problem> Refused(string field, LocalizedText fault, Language language) => TypedResults.Json(
        new Problem(
            "urn:followup:problem:invalid", Invalid.In(language), StatusCodes.Status400BadRequest, NotMoved.In(language), "invalid",
            new Dictionary<string, string[]> { [field] = [fault.In(language)] }),
        contentType: Problem.MediaType,
        statusCode: StatusCodes.Status400BadRequest);
}
