using System.Text.Json;
using FollowUp.Application.Delivery;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Limits;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.InboundMail.MailEvents;

/// <summary>
/// <c>POST /mail-events</c>: Event Grid brings the mail service's delivery reports. Idempotent, as Event Grid may deliver an event again.
/// </summary>
public static class MailEventsEndpoint
{
    public const string Path = "/mail-events";
    public const string KeyHeader = "x-mail-events-key";

    /// <summary>The longest body in bytes: Event Grid delivers at most one megabyte.</summary>
    const int MaxBodyBytes = 1 << 20;

    /// <summary>The most events that Event Grid puts in one delivery. Each may be a search.</summary>
    const int MaxEvents = 5_000;

    static readonly LocalizedText MustBeEvents = new(
        $"doit être un tableau JSON de {MaxEvents} événements au plus", $"must be a JSON array of at most {MaxEvents} events");
    static readonly LocalizedText TooLarge = new("Demande trop longue", "Request too large");
    static readonly LocalizedText MaxSize = new(
        $"Une remise fait {MaxBodyBytes >> 20} Mio au plus.", $"A delivery is {MaxBodyBytes >> 20} MiB long at most.");

    public static IEndpointConventionBuilder MapMailEvents(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, Receive)
        .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes)).DisableAntiforgery().ExcludeFromDescription();

    static async Task<IResult> Receive(HttpContext http, IOptionsMonitor<MailEventsOptions> options, WrongKeyLimit wrongKeys, BounceHandler bounces)
    {
        var (request, language, cancellation) = (http.Request, http.GetLanguage(), http.RequestAborted);
        if (!SharedKey.IsValid(request, KeyHeader, options.CurrentValue.Key))
        {
            return Problem.ForStatus(await wrongKeys.CountAndGetStatus(http), language);
        }

        MailEvent?[]? events;
        try
        {
            // 400 also for another media type: Event Grid gives up on a 400, and would repeat after a 415.
            events = request.HasJsonContentType() ? await request.ReadFromJsonAsync<MailEvent?[]>(cancellation) : null;
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", TooLarge, MaxSize, language);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or NotSupportedException)
        {
            events = null;
        }

        return events is null or { Length: > MaxEvents }
            ? Problem.Invalid(FieldErrors.Body, MustBeEvents, language)
            : await Process(events.OfType<MailEvent>(), bounces, cancellation);
    }

    static async Task<IResult> Process(IEnumerable<MailEvent> events, BounceHandler bounces, CancellationToken cancellation)
    {
        var refused = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var e in events)
        {
            if (e.EventType == MailEvent.Validation && e.GetText("validationCode") is { } code)
            {
                // The handshake proves that this address wants the events: Event Grid sends none without the code.
                return Results.Json(new { validationResponse = code });
            }

            if (e.IsPermanentRefusal && e.GetText("recipient") is { Length: > 0 } address && refused.Add(address))
            {
                await bounces.Handle(address, complaint: false, cancellation);
            }
        }

        return Results.Ok();
    }
}
