using System.Text.RegularExpressions;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Marks the lines above a quotation: "Le 30/11/2026 à 09:00, Suivi Projet a écrit :". Above marked lines a date with an address or with the verb is
/// enough. Without marks, the line must be as complete as only a program writes it; the earlier mail then extends to the end.
/// </summary>
static partial class AttributionPass
{
    /// <summary>Programs break the line into as many.</summary>
    const int MaxLines = 4;

    public static void Mark(ReplyLines lines)
    {
        var next = lines.FindNextWritten();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines.IsOwn(i))
            {
                continue;
            }

            if (BeginsOldMail(lines.Shape(i)))
            {
                lines.MarkOwn(i, lines.Count, LineKind.OldMail);
                return;
            }

            if (!lines.Shape(i).EndsWith(':'))
            {
                continue;
            }

            var isAboveQuotation = next[i] < lines.Count && lines.Kind(next[i]) is LineKind.Quoted;
            if (isAboveQuotation && FindStart(lines, i, IsAttribution) is { } start)
            {
                lines.MarkOwn(start, i + 1, LineKind.Attribution);
            }
            else if (!isAboveQuotation && (i + 1 == lines.Count || lines.IsBlank(i + 1)) && FindStart(lines, i, IsProgramsAttribution) is { } old)
            {
                lines.MarkOwn(old, lines.Count, LineKind.OldMail);
                return;
            }
        }
    }

    /// <summary>Whether a text looks like the line above a quotation.</summary>
    public static bool IsAttribution(string text) => text.EndsWith(':') && text.Length <= 400
        && ((Verb().IsMatch(text) && (LineShape.HasDate(text) || LineShape.HasAddress(text) || LineShape.HasTime(text)))
            || (LineShape.HasAddress(text) && LineShape.HasDate(text))
            || (LineShape.HasFullDate(text) && LineShape.HasTime(text)));

    /// <summary>Date with year, time, verb, and a name or an address as its subject: "le prestataire a écrit" is the sender's own sentence.</summary>
    static bool IsProgramsAttribution(string text) => Verb().IsMatch(text) && LineShape.HasFullDate(text)
        && (LineShape.HasAddress(text) || (LineShape.HasTime(text) && !OwnSentence().IsMatch(text)));

    /// <summary>Whether an attribution with date, time and address begins a line and the earlier mail goes on in it, as Yahoo's apps write it.</summary>
    static bool BeginsOldMail(string text) => EndOfAttribution().Match(text) is { Success: true } match && match.Index + match.Length < text.Length
        && text[..(match.Index + match.Length)] is var attribution && Begins().IsMatch(attribution)
        && LineShape.HasFullDate(attribution) && LineShape.HasTime(attribution) && LineShape.HasAddress(attribution);

    /// <summary>The first line of the attribution that ends at a line; null when there is none.</summary>
    static int? FindStart(ReplyLines lines, int end, Func<string, bool> isComplete)
    {
        int? found = null;
        var joined = "";
        for (var start = end; start >= 0 && end - start < MaxLines && lines.IsOwn(start) && lines.Shape(start).Length > 0; start--)
        {
            // A sentence of the reply may stand right above.
            if (start < end && EndsSentence(lines.Shape(start)))
            {
                break;
            }

            joined = $"{lines.Shape(start)} {joined}".Trim();
            var begins = Begins().IsMatch(lines.Shape(start));
            if (isComplete(joined) && (found is null || begins))
            {
                found = start;
            }

            if (begins && found is not null)
            {
                break;
            }
        }

        return found;
    }

    static bool EndsSentence(string shape) => shape[^1] is '.' or '!' or '?' or '…' or ':';

    [GeneratedRegex(
        @"\b(a écrit|écrivait|wrote|writes|schrieb|geschrieben|escribió|escribio|ha scritto|scrive|escreveu|schreef)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"[>)] ?(a écrit|écrivait|wrote|schrieb|escribió|escribio|ha scritto|escreveu) ?:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfAttribution();

    [GeneratedRegex(@"^(Le|On|Am|El|Il|Em|Op|Il giorno|Den) .*[0-9]|^(Le|On|Am|El"
        + @"|Il) \p{L}{2,9}\.?,? ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex(
        @"\b((le|la|les|l'|un|une|mon|ma|mes|notre|votre|son|sa|il|elle|on|the|a|my|our|he|she|they|der|die|das|mein|meine|er|sie|el|mi|lo"
        + @"|il mio|la mia)[ '][^<@]{0,60}"
        + @"(a écrit|wrote|schrieb|escribió|ha scritto)|(m'|t'|nous |vous |me |mi )(a écrit|escribió|ha scritto)|wrote (to )?(me|us)"
        + @"|schrieb (mir|uns))",
        RegexOptions.CultureInvariant)]
    private static partial Regex OwnSentence();
}
