namespace FollowUp.Web.InboundMail.MailEvents;

/// <summary>The settings under <c>MailEvents</c>.</summary>
public sealed class MailEventsOptions
{
    public const string Section = "MailEvents";

    /// <summary>
    /// The key that Event Grid sends, in the header <c>x-mail-events-key</c> or, in the handshake, which has no custom headers, as <c>?key=</c>.
    /// When empty, every request is refused with 401.
    /// </summary>
    public string? Key { get; set; }
}
