namespace FollowUp.Web.InboundMail;

/// <summary>The settings under <c>InboundMail</c>.</summary>
public sealed class InboundMailOptions
{
    public const string Section = "InboundMail";

    /// <summary>
    /// What the mail gateway must show, in the header <c>x-inbound-mail-key</c> or as <c>?key=</c>. Without one, the key that the store keeps;
    /// without that one too, the door is shut.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// The name that the mail gateway signs its <c>Authentication-Results</c> with (RFC 8601, authserv-id). With it, a mail without a project's
    /// token is taken for its sender's only when the gateway found that proven; without it, unless some gateway found the contrary.
    /// </summary>
    public string? AuthenticatedBy { get; set; }
}
