using System.Text.Json;
using System.Text.Json.Serialization;

namespace FollowUp.Web.InboundMail;

/// <summary>
/// One event of an Event Grid delivery, in its own schema. Only what is looked at: Event Grid adds members as it likes, so here the unknown
/// ones are let through, whatever the API's own doors refuse.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
sealed record MailEvent(
    [property: JsonPropertyName("eventType")] string? EventType,
    [property: JsonPropertyName("data")] JsonElement Data)
{
    public const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";
    public const string DeliveryReport = "Microsoft.Communication.EmailDeliveryReportReceived";

    /// <summary>Null without such a member, and for what is no text: halves of characters can be written in JSON.</summary>
    public string? GetText(string member)
    {
        if (Data.ValueKind != JsonValueKind.Object || !Data.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String)
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

    /// <summary>
    /// Whether the address refuses mail for good: bounced, or suppressed after earlier bounces and complaints. <c>Failed</c>,
    /// <c>Quarantined</c> and <c>FilteredSpam</c> tell of one mail, not of the address.
    /// </summary>
    public bool IsPermanentRefusal => EventType == DeliveryReport && GetText("status") is ("Bounced" or "Suppressed");
}
