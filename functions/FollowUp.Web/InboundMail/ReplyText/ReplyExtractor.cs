using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Extracts the text that the sender wrote in a reply: without the quoted mail, in whatever form the mail program quotes it, and without the
/// signature.
/// </summary>
static partial class ReplyExtractor
{
    public static string Extract(string text)
    {
        var lines = RemoveUnreadable(text).Split('\n');
        var kept = new List<string>();
        var lastQuoted = Array.FindLastIndex(lines, IsQuoted);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line == "--" || OldMessage().IsMatch(Normalize(line)) || IsHeaderBlock(lines, i))
            {
                break;
            }

            if (CountAttributionLines(lines, i) is var length and > 0)
            {
                if (i + length > lastQuoted)
                {
                    break;
                }

                i += length - 1;
            }
            else if (!IsQuoted(line) && !Device().IsMatch(Normalize(line)))
            {
                kept.Add(line);
            }
        }

        while (kept.Count > 0 && kept[^1].All(c => c is '_' or '-' or '=' or '*' or ' '))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return Blanks().Replace(string.Join('\n', kept), "\n\n").Trim();
    }

    /// <summary>
    /// Removes what is no character of a language: control characters, lone surrogates, and the marks that change the reading direction of the
    /// text after them.
    /// </summary>
    public static string RemoveUnreadable(string text)
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
            else if (c == '\n' || !(char.IsControl(c) || char.IsSurrogate(c) || c is '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
                || WellFormedText.IsNoncharacter(c)))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Normalize();
    }

    static bool IsQuoted(string line) => line.TrimStart(' ', '\u00a0').StartsWith('>');

    /// <summary>The number of lines, from this one on, that form "On … X wrote:"; 0 when they do not.</summary>
    static int CountAttributionLines(string[] lines, int at)
    {
        if (!AttributionBegins().IsMatch(Normalize(lines[at])))
        {
            return 0;
        }

        var joined = "";
        for (var length = 1; length <= 4 && at + length <= lines.Length && lines[at + length - 1].Length is > 0 and < 400; length++)
        {
            // A sentence of the reply may begin in the same way, above the quotation.
            if (length > 1 && AttributionBegins().IsMatch(Normalize(lines[at + length - 1])))
            {
                return 0;
            }

            joined = $"{joined} {Normalize(lines[at + length - 1])}".Trim();
            if (IsAttribution(joined))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Matches from both ends, so that a line without an end costs linear time.</summary>
    static bool IsAttribution(string text) =>
        IsBetween(text, "Le ", " a écrit:") || IsBetween(text, "Le ", " a écrit :") || IsBetween(text, "On ", " wrote:") || IsBetween(text, "On ", " wrote :");

    /// <summary>Whether the line begins and ends in this way with a digit between, as in a date or an hour.</summary>
    static bool IsBetween(string text, string begins, string ends) =>
        text.StartsWith(begins, StringComparison.OrdinalIgnoreCase) && text.EndsWith(ends, StringComparison.OrdinalIgnoreCase)
        && text.Length > begins.Length + ends.Length
        && text.AsSpan(begins.Length, text.Length - begins.Length - ends.Length).ContainsAnyInRange('0', '9');

    /// <summary>"De : …, Envoyé : …, À : …, Objet : …": the header that Outlook writes above a quoted message.</summary>
    static bool IsHeaderBlock(string[] lines, int at) =>
        From().IsMatch(Normalize(lines[at]))
        && lines.Skip(at + 1).Where(l => l.Trim().Length > 0).Take(5).Count(l => OtherHeader().IsMatch(Normalize(l))) >= 2;

    /// <summary>The line without marks of bold text, with plain spaces.</summary>
    static string Normalize(string line) => line.Length > 500
        ? ""
        : line.Replace("*", "", StringComparison.Ordinal).Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('’', '\'').Trim();

    [GeneratedRegex(@"^-{2,} ?(Message d'origine|Message original|Courriel original|Mail original|Message transféré|Original Message|Forwarded message) ?-{2,}$"
        + @"|^(Début du message (réexpédié|transféré)|Begin forwarded message) ?:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OldMessage();

    [GeneratedRegex(@"^(Le|On) .*[0-9]|^(Le|On) (lun|mar|mer|jeu|ven|sam|dim|Mon|Tue|Wed|Thu|Fri|Sat|Sun)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AttributionBegins();

    [GeneratedRegex(@"^(De|From) ?: ?\S", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^(Envoyé|Envoyé le|Date|Sent|À|A|To|Cc|Objet|Subject) ?: ?", RegexOptions.CultureInvariant)]
    private static partial Regex OtherHeader();

    [GeneratedRegex(@"^(Envoyé (de|depuis|à partir de) .{0,60}|Sent from (my|Outlook|Mail|Yahoo|Proton).{0,60}|(Télécharger|Obtenir|Téléchargez) Outlook .{0,60}|Get Outlook for .{0,60}|Sent with .{0,60}secure.{0,20})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
