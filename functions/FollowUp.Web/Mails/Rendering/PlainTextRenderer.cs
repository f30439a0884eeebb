using System.Text;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.Rendering;

/// <summary>The text part of a mail: lines of 72 characters, addresses on lines of their own.</summary>
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

    static void AppendBlock(StringBuilder text, MailBlock block, FollowUp.Domain.Text.Language language)
    {
        switch (block)
        {
            case Paragraph says:
                AppendParagraph(text, says.Text);
                break;
            case Quote quotes:
                foreach (var line in quotes.Text.Split('\n'))
                {
                    AppendWrapped(text, line.Trim(), "> ");
                }

                text.Append('\n');
                break;
            case ActionButton offers:
                AppendWrapped(text, offers.Label + Colon(language), "");
                text.Append(offers.Address.AbsoluteUri).Append("\n\n");
                break;
            case Heading heads:
                text.Append('\n').Append(heads.Text).Append('\n').Append('-', heads.Text.Length).Append("\n\n");
                break;
            case LinkList entries:
                foreach (var entry in entries.Items)
                {
                    AppendItem(text, entry);
                }

                break;
            case ComparisonTable figures:
                AppendWrapped(text, $"{figures.Now} ({figures.Before})", "  ");
                foreach (var row in figures.Rows)
                {
                    AppendWrapped(text, $"{row.Name}{Colon(language)} {row.Value} ({figures.Before}{Colon(language)} {row.Before})", "  ");
                }

                text.Append('\n');
                break;
            case DefinitionList lists:
                foreach (var (name, value) in lists.Rows)
                {
                    AppendWrapped(text, $"{name} {value}", "  ");
                }

                text.Append('\n');
                break;
        }
    }

    static void AppendItem(StringBuilder text, LinkListItem entry)
    {
        AppendWrapped(text, string.Join(" · ", new[] { entry.When, entry.Title, entry.Who }.Where(part => part.Length > 0)), "");
        if (entry.Why.Length > 0)
        {
            AppendWrapped(text, entry.Why, "  ");
        }

        text.Append(entry.Address.AbsoluteUri).Append("\n\n");
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

    static string Colon(FollowUp.Domain.Text.Language language) => language == FollowUp.Domain.Text.Language.French ? "\u00a0:" : ":";
}
