using System.Text.RegularExpressions;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>The shapes by which mail programs are recognised in any language: dates, times, addresses, "label : value".</summary>
static partial class LineShape
{
    /// <summary>A longer line is a paragraph, not a line of a mail program.</summary>
    const int MaxLength = 500;

    public static string Of(string line) => line.Length > MaxLength
        ? ""
        : line.Replace("*", "", StringComparison.Ordinal).Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2007', ' ').Replace('\t', ' ')
            .Replace('’', '\'').Replace("\u200b", "", StringComparison.Ordinal).Replace("\u200e", "", StringComparison.Ordinal).Trim();

    /// <summary>Whether a line is drawn: nothing but dashes, underscores and the like.</summary>
    public static bool IsRule(string line) => line.All(c => c is '_' or '-' or '=' or '*' or '—' or '─' or '~' or ' ');

    public static bool HasAddress(string shape) => Address().IsMatch(shape);

    public static bool HasTime(string shape) => Time().IsMatch(shape);

    /// <summary>A day with its month, in figures or letters.</summary>
    public static bool HasDate(string shape) => NumericDate().IsMatch(shape) || WrittenDate().IsMatch(shape);

    /// <summary>A day with its month and year.</summary>
    public static bool HasFullDate(string shape) => FullNumericDate().IsMatch(shape) || (WrittenDate().IsMatch(shape) && Year().IsMatch(shape));

    [GeneratedRegex(@"[^\s<>()\[\]"":;,]@[\p{L}\p{N}-]+\.[\p{L}\p{N}]", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![0-9])[0-2]?[0-9] ?[:.hH] ?[0-5][0-9](?![0-9])|[0-9] ?(AM|PM"
        + @"|Uhr)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,4}[./-] ?[0-9]{1,2}([./-]|\b)", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,2}[./-] ?[0-9]{1,2}[./-] ?[0-9]{2,4}"
        + @"|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FullNumericDate();

    [GeneratedRegex(@"(?<![0-9])(19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    /// <summary>A day beside the first letters of a month, in French, English, German, Spanish and Italian.</summary>
    [GeneratedRegex(
        @"[0-9]{1,2}(er|st|nd|rd|th|\.|º)?,? (de |d')?"
        + @"(jan|ene|gen|fév|fev|feb|mär|mar|avr|apr|abr|mai|may|mag|juin|jun|giu|juil|jul|lug|aoû|aou|aug|ago|sep|set|oct|okt|ott|nov|déc"
        + @"|dec|dez|dic)"
        + @"|(jan|fév|feb|mar|apr|avr|may|mai|jun|jul|aug|sep|oct|nov|dec|déc)[a-zéû]*\.? [0-9]{1,2}(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WrittenDate();
}
