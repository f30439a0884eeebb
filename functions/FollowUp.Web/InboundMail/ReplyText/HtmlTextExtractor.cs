using System.Text;
using MimeKit.Text;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>Extracts the text of an HTML mail without its quotations. The HTML is read as tokens; nothing is rendered, fetched or run.</summary>
static class HtmlTextExtractor
{
    /// <summary>The marks that mail programs put before the quoted message.</summary>
    static readonly string[] QuoteStartIds = ["divRplyFwdMsg", "appendonsend", "OLK_SRC_BODY_SECTION", "mail-editor-reference-message-container"];

    static readonly string[] QuoteClasses =
        ["gmail_quote", "gmail_attr", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote", "zimbra_quote", "OutlookMessageHeader"];

    public static string Extract(string html)
    {
        var text = new StringBuilder();
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        string? skipped = null;
        var depth = 0;
        while (tokens.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken tag when skipped is not null:
                    depth += !string.Equals(tag.Name, skipped, StringComparison.OrdinalIgnoreCase) || tag.IsEmptyElement ? 0 : tag.IsEndTag ? -1 : 1;
                    skipped = depth == 0 ? null : skipped;
                    break;
                case HtmlTagToken tag when !tag.IsEndTag && Attribute(tag, HtmlAttributeId.Id) is { } id && QuoteStartIds.Contains(id):
                    return text.ToString();
                case HtmlTagToken tag when !tag.IsEndTag && !tag.IsEmptyElement && IsSkipped(tag):
                    (skipped, depth) = (tag.Name, 1);
                    AppendNewLine(text);
                    break;
                case HtmlTagToken { Id: HtmlTagId.Br }:
                    text.Append('\n');
                    break;
                case HtmlTagToken tag when IsBlock(tag.Id):
                    AppendNewLine(text);
                    break;
                case HtmlDataToken data when skipped is null && token.Kind != HtmlTokenKind.ScriptData:
                    AppendText(text, data.Data);
                    break;
            }
        }

        return text.ToString();
    }

    static bool IsSkipped(HtmlTagToken tag) => tag.Id switch
    {
        HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.Object or HtmlTagId.TextArea or HtmlTagId.Select => true,
        HtmlTagId.BlockQuote => string.Equals(Attribute(tag, HtmlAttributeId.Type), "cite", StringComparison.OrdinalIgnoreCase) || IsQuote(tag),
        _ => IsQuote(tag),
    };

    static bool IsQuote(HtmlTagToken tag) =>
        (Attribute(tag, HtmlAttributeId.Class) ?? "").Split(' ', 20, StringSplitOptions.RemoveEmptyEntries).Any(QuoteClasses.Contains);

    static bool IsBlock(HtmlTagId id) => id is HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI or HtmlTagId.UL or HtmlTagId.OL
        or HtmlTagId.Table or HtmlTagId.BlockQuote or HtmlTagId.HR or HtmlTagId.Pre or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3
        or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.Body;

    static string? Attribute(HtmlTagToken tag, HtmlAttributeId id) => tag.Attributes.FirstOrDefault(a => a.Id == id)?.Value;

    static void AppendNewLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    static void AppendText(StringBuilder text, string data)
    {
        foreach (var c in data)
        {
            // HTML collapses only these; a no-break space is a character.
            var space = c is ' ' or '\n' or '\r' or '\t' or '\f';
            if (!space)
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }
    }
}
