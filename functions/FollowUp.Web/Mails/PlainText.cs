using System.Text;

namespace FollowUp.Web;

/// <summary>The text part of a mail: lines of 72 characters, addresses on lines of their own.</summary>
static class PlainText
{
    const int Width = 72;

    public static string Of(MailText mail)
    {
        var text = new StringBuilder();
        Paragraph(text, mail.Greeting);
        foreach (var block in mail.Body)
        {
            Block(text, block, mail.Language);
        }

        foreach (var line in mail.Closing is { } closing ? [closing, .. mail.Signature] : mail.Signature)
        {
            text.Append(line).Append('\n');
        }

        text.Append("\n-- \n");
        foreach (var foot in mail.Footer)
        {
            Wrap(text, foot.Address is null ? foot.Text : $"{foot.Text}{Colon(mail.Language)}", "");
            if (foot.Address is { } address)
            {
                text.Append(address.AbsoluteUri).Append('\n');
            }
        }

        return text.ToString();
    }

    static void Block(StringBuilder text, MailBlock block, FollowUp.Domain.Text.Language language)
    {
        switch (block)
        {
            case Says says:
                Paragraph(text, says.Text);
                break;
            case Quotes quotes:
                foreach (var line in quotes.Text.Split('\n'))
                {
                    Wrap(text, line.Trim(), "> ");
                }

                text.Append('\n');
                break;
            case Offers offers:
                Wrap(text, offers.Label + Colon(language), "");
                text.Append(offers.Address.AbsoluteUri).Append("\n\n");
                break;
            case Heads heads:
                text.Append('\n').Append(heads.Text).Append('\n').Append('-', heads.Text.Length).Append("\n\n");
                break;
            case Entries entries:
                foreach (var entry in entries.Lines)
                {
                    Entry(text, entry);
                }

                break;
            case Compares figures:
                Wrap(text, $"{figures.Now} ({figures.Before})", "  ");
                foreach (var row in figures.Rows)
                {
                    Wrap(text, $"{row.Name}{Colon(language)} {row.Value} ({figures.Before}{Colon(language)} {row.Before})", "  ");
                }

                text.Append('\n');
                break;
            case Lists lists:
                foreach (var (name, value) in lists.Rows)
                {
                    Wrap(text, $"{name} {value}", "  ");
                }

                text.Append('\n');
                break;
        }
    }

    static void Entry(StringBuilder text, MailEntry entry)
    {
        Wrap(text, string.Join(" · ", new[] { entry.When, entry.Title, entry.Who }.Where(part => part.Length > 0)), "");
        if (entry.Why.Length > 0)
        {
            Wrap(text, entry.Why, "  ");
        }

        text.Append(entry.Address.AbsoluteUri).Append("\n\n");
    }

    static void Paragraph(StringBuilder text, string paragraph)
    {
        Wrap(text, paragraph, "");
        text.Append('\n');
    }

    /// <summary>Breaks at ordinary spaces only, so that French punctuation stays with its word.</summary>
    static void Wrap(StringBuilder text, string paragraph, string indent)
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
