using MimeKit.Text;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>Which elements of an HTML mail hold something else than the sender's text, by the marks of mail programs.</summary>
static class HtmlRegions
{
    /// <summary>Elements with which an earlier mail begins that is not marked further.</summary>
    static readonly string[] OldMailIds =
    [
        "divRplyFwdMsg", "appendonsend", "OLK_SRC_BODY_SECTION", "mail-editor-reference-message-container", "zwchr", "reply-intro", "forwardbody1",
    ];

    static readonly string[] OldMailClasses = ["OutlookMessageHeader", "zmail_extra"];

    static readonly string[] QuoteClasses = ["yahoo_quoted", "protonmail_quote", "tutanota_quote", "zimbra_quote", "ya-quote"];

    static readonly string[] AttributionClasses = ["gmail_attr", "moz-cite-prefix"];

    /// <summary>The element around the attribution and the quotation.</summary>
    static readonly string[] GmailQuotation = ["gmail_quote"];

    static readonly string[] SignatureClasses = ["gmail_signature", "moz-signature"];

    static readonly string[] SignatureIds = ["ms-outlook-mobile-signature", "signature"];

    public static bool IsOldMailStart(HtmlTagToken tag) =>
        HasId(tag, OldMailIds) || HasClass(tag, OldMailClasses) || Value(tag, "data-marker") is "__DIVIDER__" or "__HEADERS__";

    /// <summary>What an element holds; null when its text is the sender's.</summary>
    public static LineKind? KindOf(HtmlTagToken tag) =>
        HasClass(tag, AttributionClasses) || (tag.Id != HtmlTagId.BlockQuote && HasClass(tag, GmailQuotation)) ? LineKind.Attribution
        : HasClass(tag, QuoteClasses) || IsMarkedQuotation(tag) ? LineKind.Quoted
        : HasClass(tag, SignatureClasses) || HasId(tag, SignatureIds) ? LineKind.Signature
        : null;

    /// <summary>Whether an element is no text of the mail at all.</summary>
    public static bool IsHidden(HtmlTagToken tag) =>
        tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.Object or HtmlTagId.TextArea or HtmlTagId.Select
        || Style(tag).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    public static bool IsBlock(HtmlTagId id) => id is HtmlTagId.P or HtmlTagId.Div or HtmlTagId.LI or HtmlTagId.UL or HtmlTagId.OL
        or HtmlTagId.BlockQuote or HtmlTagId.HR or HtmlTagId.Pre or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3
        or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.Body or HtmlTagId.Center or HtmlTagId.DT or HtmlTagId.DD;

    public static string? Value(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>
    /// A quotation by RFC 2557's type, by class, or by the line at its left. Without any of them, people use the element to indent.
    /// </summary>
    static bool IsMarkedQuotation(HtmlTagToken tag) => tag.Id == HtmlTagId.BlockQuote
        && (string.Equals(Value(tag, "type"), "cite", StringComparison.OrdinalIgnoreCase)
            || (Value(tag, "class") ?? "").Contains("quote", StringComparison.OrdinalIgnoreCase)
            || Value(tag, "cite") is not null
            || (Style(tag) is var style && style.Contains("border-left:", StringComparison.OrdinalIgnoreCase)
                && !style.Contains("border-left:none", StringComparison.OrdinalIgnoreCase)));

    static string Style(HtmlTagToken tag) => (Value(tag, "style") ?? "").Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Some programs put "x_" before the ids of a mail that they show again.</summary>
    static bool HasId(HtmlTagToken tag, string[] ids) =>
        Value(tag, "id") is { Length: > 0 and < 200 } id
        && ids.Contains(id.StartsWith("x_", StringComparison.Ordinal) ? id[2..] : id, StringComparer.OrdinalIgnoreCase);

    static bool HasClass(HtmlTagToken tag, string[] classes) =>
        (Value(tag, "class") ?? "").Split(' ', 20, StringSplitOptions.RemoveEmptyEntries)
            .Any(c => classes.Contains(c, StringComparer.OrdinalIgnoreCase));
}
