using System.Collections.Immutable;

namespace FollowUp.Web.Legal;

/// <summary>
/// A text with headings (lines that begin with <c># </c>), list items (<c>- </c>) and paragraphs. Placeholders such as <c>{address}</c> are
/// replaced; a line with a placeholder that has no value is left out, and so is a heading with nothing below it.
/// </summary>
static class LegalDocument
{
    const string HeadingMark = "# ";
    const string ItemMark = "- ";

    public static ImmutableArray<LegalBlock> Parse(string text, IReadOnlyDictionary<string, string?> values)
    {
        var blocks = ImmutableArray.CreateBuilder<LegalBlock>();
        var items = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries).Select(line => Fill(line, values)).OfType<string>())
        {
            if (line.StartsWith(ItemMark, StringComparison.Ordinal))
            {
                items.Add(line[ItemMark.Length..]);
                continue;
            }

            AddItems();
            if (line.StartsWith(HeadingMark, StringComparison.Ordinal))
            {
                RemoveEmptyHeading();
                blocks.Add(new LegalBlock.Heading(line[HeadingMark.Length..]));
            }
            else if (line.Length > 0)
            {
                blocks.Add(new LegalBlock.Text(line));
            }
        }

        AddItems();
        RemoveEmptyHeading();
        return blocks.ToImmutable();

        void RemoveEmptyHeading()
        {
            if (blocks is [.., LegalBlock.Heading])
            {
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        void AddItems()
        {
            if (items.Count > 0)
            {
                blocks.Add(new LegalBlock.Items([.. items]));
                items.Clear();
            }
        }
    }

    /// <returns>Null when a placeholder of the line has no value.</returns>
    static string? Fill(string line, IReadOnlyDictionary<string, string?> values)
    {
        foreach (var (placeholder, value) in values)
        {
            if (line.Contains(placeholder, StringComparison.Ordinal))
            {
                if (string.IsNullOrEmpty(value))
                {
                    return null;
                }

                line = line.Replace(placeholder, value, StringComparison.Ordinal);
            }
        }

        return line;
    }
}
