using MimeKit.Text;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// The lines of an HTML part, each with what its elements say of it. The HTML is read as tokens; nothing is rendered, fetched or run.
/// </summary>
static class HtmlTextLines
{
    /// <summary>The most tags and texts that are read. Each takes memory, and mails of people have a few thousand.</summary>
    const int MaxTokens = 50_000;

    public static ReplyLines Read(string html)
    {
        var writer = new HtmlLineWriter();
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        var hidden = new OpenElement();
        var region = new OpenElement();
        for (var read = 0; read < MaxTokens && tokens.ReadNextToken(out var token); read++)
        {
            if (token is HtmlTagToken tag)
            {
                if (hidden.Track(tag))
                {
                    continue;
                }

                if (!tag.IsEndTag && !tag.IsEmptyElement && HtmlRegions.IsHidden(tag))
                {
                    hidden.Open(tag);
                    continue;
                }

                var wasInRegion = region.Track(tag);
                ReadTag(writer, tag);
                if (!tag.IsEndTag && !tag.IsEmptyElement && FindRegion(writer, tag, wasInRegion) is { } kind)
                {
                    region.Open(tag);
                    writer.Kind = kind;
                }
                else if (wasInRegion && !region.IsOpen)
                {
                    writer.EndBlock();
                    writer.Kind = LineKind.Own;
                }
            }
            else if (token is HtmlDataToken data && token.Kind != HtmlTokenKind.ScriptData && !hidden.IsOpen)
            {
                writer.Write(data.Data);
            }
        }

        return writer.Finish();
    }

    static void ReadTag(HtmlLineWriter writer, HtmlTagToken tag)
    {
        if (!tag.IsEndTag && HtmlRegions.IsOldMailStart(tag))
        {
            writer.StartOldMail();
        }

        switch (tag.Id)
        {
            case HtmlTagId.Br:
                writer.BreakLine();
                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                writer.Cell(isEnd: tag.IsEndTag);
                break;
            case HtmlTagId.TR or HtmlTagId.Table:
                writer.EndRow();
                break;
            case HtmlTagId.Image when !tag.IsEndTag:
                writer.WriteSymbol(HtmlRegions.Value(tag, "alt"));
                break;
            case var id when HtmlRegions.IsBlock(id):
                writer.EndBlock();
                writer.IsPreformatted = id == HtmlTagId.Pre ? !tag.IsEndTag : writer.IsPreformatted;
                break;
        }
    }

    /// <summary>
    /// The kind of a region that begins with an element; null when none begins. A quotation without marks is one when it stands below an attribution.
    /// The only region that ends before its element does is the attribution of Gmail, which holds the quotation.
    /// </summary>
    static LineKind? FindRegion(HtmlLineWriter writer, HtmlTagToken tag, bool isInRegion) => isInRegion
        ? tag.Id == HtmlTagId.BlockQuote && writer.Kind == LineKind.Attribution ? LineKind.Quoted : null
        : HtmlRegions.KindOf(tag)
            ?? (tag.Id == HtmlTagId.BlockQuote && AttributionPass.IsAttribution(LineShape.Of(writer.LastLine)) ? LineKind.Quoted : null);

    /// <summary>An element of which only the end is looked for, by counting the elements of the same name inside.</summary>
    struct OpenElement
    {
        string? name;
        int depth;

        public readonly bool IsOpen => name is not null;

        public void Open(HtmlTagToken tag) => (name, depth) = (tag.Name, 1);

        /// <returns>Whether the element was open.</returns>
        public bool Track(HtmlTagToken tag)
        {
            if (name is null)
            {
                return false;
            }

            if (!tag.IsEmptyElement && string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                depth += tag.IsEndTag ? -1 : 1;
                name = depth == 0 ? null : name;
            }

            return true;
        }
    }
}
