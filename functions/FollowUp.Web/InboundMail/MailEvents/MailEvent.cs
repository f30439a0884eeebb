using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Application.Delivery;

namespace FollowUp.Web.InboundMail.MailEvents;

/// <summary>
/// One event of an Event Grid delivery, in Event Grid's schema. Only the members in use are declared. Unknown members are allowed here, unlike in
/// the API, because Event Grid may add some.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
sealed record MailEvent(
    [property: JsonPropertyName("eventType")] string? EventType,
    [property: JsonPropertyName("data")] JsonElement Data)
{
    public const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";
    public const string DeliveryReport = "Microsoft.Communication.EmailDeliveryReportReceived";

    /// <summary>Null when the member is missing or is no valid text; JSON can hold lone surrogates.</summary>
    public string? GetText(string member) => GetText(Data, member);

    /// <summary>
    /// Whether the address refuses mail for good: bounced, or suppressed after earlier bounces and complaints. A bounce with the words of the other
    /// server is judged by them (<see cref="AddressRefusal"/>). <c>Failed</c>, <c>Quarantined</c> and <c>FilteredSpam</c> concern one mail, not
    /// the address.
    /// </summary>
    public bool IsPermanentRefusal => EventType == DeliveryReport && GetText("status") switch
    {
        "Suppressed" => true,
        "Bounced" => GetStatusMessage() is not { } said || !AddressRefusal.HasCode(said) || AddressRefusal.IsPermanent(null, said),
        _ => false,
    };

    string? GetStatusMessage() => Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty("deliveryStatusDetails", out var details)
        ? GetText(details, "statusMessage")
        : null;

    static string? GetText(JsonElement data, string member)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
