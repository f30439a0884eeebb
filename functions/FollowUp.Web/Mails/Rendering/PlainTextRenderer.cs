using System.Diagnostics;
using System.Text;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.Rendering;

/// <summary>Renders the text part of a mail: lines of 72 characters, each address on a line of its own.</summary>
static class PlainTextRenderer
{
    const int Width = 72;

    public static string Render(MailContent mail)
    {
        var text = new StringBuilder();
        AppendParagraph(text, mail.Greeting);
        foreach (var block in mail.Body)
        {
            AppendBlock(text, block, mail.Language);
        }

        foreach (var line in mail.Closing is { } closing ? [closing, .. mail.Signature] : mail.Signature)
        {
            text.Append(line).Append('\n');
        }

        text.Append("\n-- \n");
        foreach (var foot in mail.Footer)
        {
            AppendWrapped(text, foot.Address is null ? foot.Text : $"{foot.Text}{Colon(mail.Language)}", "");
            if (foot.Address is { } address)
            {
                text.Append(address.AbsoluteUri).Append('\n');
            }
        }

        return text.ToString();
    }

    static void AppendBlock(StringBuilder text, MailBlock block, Language language)
    {
        switch (block)
        {
            case Paragraph paragraph:
                AppendParagraph(text, paragraph.Text);
                break;
            case Quote quote:
                foreach (var line in quote.Text.Split('\n'))
                {
                    AppendWrapped(text, line.Trim(), "> ");
                }

                text.Append('\n');
                break;
            case ActionButton button:
                AppendWrapped(text, button.Label + Colon(language), "");
                text.Append(button.Address.AbsoluteUri).Append("\n\n");
                break;
            case Heading heading:
                text.Append('\n').Append(heading.Text).Append('\n').Append('-', heading.Text.Length).Append("\n\n");
                break;
            case LinkList list:
                foreach (var item in list.Items)
                {
                    AppendItem(text, item);
                }

                break;
            case ComparisonTable table:
                AppendWrapped(text, $"{table.Now} ({table.Before})", "  ");
                foreach (var row in table.Rows)
                {
                    AppendWrapped(text, $"{row.Name}{Colon(language)} {row.Value} ({table.Before}{Colon(language)} {row.Before})", "  ");
                }

                text.Append('\n');
                break;
            case DefinitionList definitions:
                foreach (var (name, value) in definitions.Rows)
                {
                    AppendWrapped(text, $"{name} {value}", "  ");
                }

                text.Append('\n');
                break;
            default:
                throw new UnreachableException($"No rule for {block.GetType().Name}.");
        }
    }

    static void AppendItem(StringBuilder text, LinkListItem item)
    {
        AppendWrapped(text, string.Join(" · ", new[] { item.When, item.Title, item.Who }.Where(part => part.Length > 0)), "");
        if (item.Why.Length > 0)
        {
            AppendWrapped(text, item.Why, "  ");
        }

        text.Append(item.Address.AbsoluteUri).Append("\n\n");
    }

    static void AppendParagraph(StringBuilder text, string paragraph)
    {
        AppendWrapped(text, paragraph, "");
        text.Append('\n');
    }

    /// <summary>Breaks at ordinary spaces only, so that French punctuation stays with its word.</summary>
    static void AppendWrapped(StringBuilder text, string paragraph, string indent)
    {
        var column = 0;
        foreach (var word in paragraph.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }

            text.Append(column == 0 ? indent : " ").Append(word);
            column += (column == 0 ? indent.Length : 1) + word.Length;
        }

        text.Append('\n');
    }

    static string Colon(Language language) => language == Language.French ? "\u00a0:" : ":";
}
