namespace FollowUp.Web.InboundMail;

/// <summary>The settings under <c>InboundMail</c>.</summary>
public sealed class InboundMailOptions
{
    public const string Section = "InboundMail";

    /// <summary>
    /// The key that the mail gateway sends, in the header <c>x-inbound-mail-key</c> or as <c>?key=</c>. When null, the key in the store is used;
    /// without either, every request is refused with 401.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// The authserv-id that the mail gateway writes into <c>Authentication-Results</c> (RFC 8601). A mail without a project's token counts as its
    /// sender's only if this gateway authenticated it; when null, every such mail is passed on to the staff member in charge. A mail that failed the
    /// checks is passed on in any case.
    /// </summary>
    public string? AuthenticatedBy { get; set; }
}
