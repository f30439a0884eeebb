using FollowUp.Application.Delivery;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.InboundMail;

/// <summary>The door through which Event Grid brings the mail service's delivery reports.</summary>
public static class MailEventsEndpoint
{
    public const string Path = "/mail-events";
    public const string KeyHeader = "x-mail-events-key";

    /// <summary>Event Grid delivers a megabyte at most.</summary>
    const long MaxBodyBytes = 1 << 20;

    public static IEndpointConventionBuilder MapMailEvents(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, Receive).DisableAntiforgery().ExcludeFromDescription();

    static async Task<IResult> Receive(
        HttpRequest request, IOptions<MailEventsOptions> options, BounceHandler refusals, CancellationToken cancellation)
    {
        if (!SharedKey.IsValid(request, KeyHeader, options.Value.Key))
        {
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The key is missing or wrong.");
        }

        if (request.ContentLength is not <= MaxBodyBytes || !request.HasJsonContentType())
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "A JSON array of events of one megabyte at most is expected.");
        }

        MailEvent?[]? events;
        try
        {
            events = await request.ReadFromJsonAsync<MailEvent?[]>(cancellation);
        }
        catch (Exception malformed) when (malformed is System.Text.Json.JsonException or InvalidOperationException or NotSupportedException)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The body is no JSON array of events.");
        }

        return await Process((events ?? []).OfType<MailEvent>(), refusals, cancellation);
    }

    static async Task<IResult> Process(IEnumerable<MailEvent> events, BounceHandler refusals, CancellationToken cancellation)
    {
        foreach (var e in events)
        {
            if (e.EventType == MailEvent.Validation && e.GetText("validationCode") is { } code)
            {
                // The handshake: only who can answer with the code gets events sent to its address.
                return Results.Json(new { validationResponse = code });
            }

            if (e.IsPermanentRefusal && e.GetText("recipient") is { Length: > 0 } address)
            {
                await refusals.Handle(address, complaint: false, cancellation);
            }
        }

        return Results.Ok();
    }
}
