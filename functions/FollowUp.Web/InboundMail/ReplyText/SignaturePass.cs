using System.Text.RegularExpressions;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Marks the signature: from a line "-- " to the next blank line, and the paragraphs after it that look like its continuation. Text below a
/// signature is the sender's, as many programs put the signature above the place where people write.
/// </summary>
static partial class SignaturePass
{
    public static void Mark(ReplyLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines.IsOwn(i) || lines[i] is not "--")
            {
                continue;
            }

            i = MarkParagraph(lines, i);
            while (FindParagraph(lines, i) is var (start, end) && IsContinuation(lines, start, end))
            {
                i = MarkParagraph(lines, start);
            }
        }
    }

    /// <returns>The line after the paragraph.</returns>
    static int MarkParagraph(ReplyLines lines, int start)
    {
        var end = start;
        while (end < lines.Count && lines.IsOwn(end) && !lines.IsBlank(end))
        {
            lines.Mark(end++, LineKind.Signature);
        }

        return end;
    }

    /// <summary>The next paragraph of own lines; null when something else, or nothing, comes next.</summary>
    static (int Start, int End)? FindParagraph(ReplyLines lines, int from)
    {
        var start = from;
        while (start < lines.Count && lines.IsOwn(start) && lines.IsBlank(start))
        {
            start++;
        }

        var end = start;
        while (end < lines.Count && lines.IsOwn(end) && !lines.IsBlank(end))
        {
            end++;
        }

        return end > start ? (start, end) : null;
    }

    static bool IsContinuation(ReplyLines lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!SignatureLine().IsMatch(lines.Shape(i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A phone number, an address in the web, a register number, or the first words of a legal notice.</summary>
    [GeneratedRegex(
        @"^(https?://|www\.)\S+$|^[^.!?]{0,40}@[^ ]+$|^.{0,20}\+?[0-9][0-9 ().-]{8,20}$|\b(SIRET|SIREN|RCS|TVA|USt-IdNr|HRB|P\.? ?IVA|CIF)\b"
        + @"|^(ce (message|courriel|mail)|this (e-?mail|message)|diese (e-?mail|nachricht)|este (mensaje|correo)|questo messaggio)\b"
        + @"|confidenti|confidencial|riservat|vertraulich|avant d'imprimer|before printing",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignatureLine();
}
