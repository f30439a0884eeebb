using FollowUp.Application.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace FollowUp.Web;

/// <summary>The door through which Event Grid brings the mail service's delivery reports.</summary>
public static class MailEventsEndpoint
{
    public const string Path = "/mail-events";
    public const string KeyHeader = "x-mail-events-key";

    /// <summary>Event Grid delivers a megabyte at most.</summary>
    const long LongestBody = 1 << 20;

    public static IEndpointConventionBuilder MapMailEvents(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, Take).DisableAntiforgery().ExcludeFromDescription();

    static async Task<IResult> Take(
        HttpRequest request, IOptions<MailEventsOptions> options, BounceHandler refusals, CancellationToken cancellation)
    {
        if (!DoorKey.Opens(request, KeyHeader, options.Value.Key))
        {
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The key is missing or wrong.");
        }

        if (request.ContentLength is not <= LongestBody || !request.HasJsonContentType())
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

        return await Answer((events ?? []).OfType<MailEvent>(), refusals, cancellation);
    }

    static async Task<IResult> Answer(IEnumerable<MailEvent> events, BounceHandler refusals, CancellationToken cancellation)
    {
        foreach (var e in events)
        {
            if (e.EventType == MailEvent.Validation && e.Text("validationCode") is { } code)
            {
                // The handshake: only who can answer with the code gets events sent to its address.
                return Results.Json(new { validationResponse = code });
            }

            if (e.AddressRefuses && e.Text("recipient") is { Length: > 0 } address)
            {
                await refusals.Handle(address, complaint: false, cancellation);
            }
        }

        return Results.Ok();
    }
}
