using System.Text;
using FollowUp.Domain.Text;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Removes what is no character of a language: control characters, lone surrogates, and the marks that change the reading direction of the
/// text after them.
/// </summary>
static class ReadableText
{
    /// <summary>The text in composed form (NFC), with line feeds between its lines.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (c is '\r' or '\u2028' or '\u2029' or '\u0085')
            {
                clean.Append(c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (c == '\t')
            {
                clean.Append(' ');
            }
            else if (c == '\n' || !IsUnreadable(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().LimitMarks().Normalize();
    }

    static bool IsUnreadable(char c) => char.IsControl(c) || char.IsSurrogate(c) || WellFormedText.IsNoncharacter(c)
        || c is '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
