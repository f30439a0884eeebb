namespace FollowUp.Web.InboundMail;

/// <summary>The settings under <c>MailEvents</c>.</summary>
public sealed class MailEventsOptions
{
    public const string Section = "MailEvents";

    /// <summary>
    /// What the mail service's reports must carry, in the header <c>x-mail-events-key</c> or, for the handshake that has no headers of its
    /// own, as <c>?key=</c>. Without one the door is shut.
    /// </summary>
    public string? Key { get; set; }
}
