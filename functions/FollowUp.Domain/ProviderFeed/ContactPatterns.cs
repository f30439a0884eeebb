using System.Text.RegularExpressions;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>Finds what looks like a mail address or a phone number of any person in a text folded by <see cref="Text.TextFold"/>.</summary>
static partial class ContactPatterns
{
    public static IEnumerable<FoldedRange> FindAddresses(string folded) =>
        MailAddress().Matches(folded).Concat(SpelledMailAddress().Matches(folded)).Select(match => new FoldedRange(match.Index, match.Length));

    public static IEnumerable<FoldedRange> FindNumbers(string folded) => PhoneNumber().Matches(folded).Select(match => new FoldedRange(match.Index, match.Length));

    [GeneratedRegex(@"[^\s@<>()\[\],;:""]+\s?@\s?[^\s@<>()\[\],;:""]+", RegexOptions.CultureInvariant)]
    private static partial Regex MailAddress();

    /// <summary>An address with a word for its @: "jeanne.martin (arobase) port.example", "jeanne [at] port (point) example".</summary>
    [GeneratedRegex(
        @"[a-z0-9._+'-]{2,64}\s?(?:[(\[{<]\s?(?:a|at|arr?obas[ea]?|chez)\s?[)\]}>]|\s(?:arr?obas[ea]?)\s)\s?[a-z0-9-]+(?:\s?(?:\.|[(\[{<]\s?(?:point|dot)\s?[)\]}>]|\s(?:point|dot)\s)\s?[a-z0-9-]+)+",
        RegexOptions.CultureInvariant)]
    private static partial Regex SpelledMailAddress();

    /// <summary>
    /// A + and 8 digits or more, or a 0 and 8 more or more, with up to two separators before each: numbers that adjoin are one range. Slashes, which
    /// dates have too, and commas, which amounts have too, only between the pairs of a number of ten digits.
    /// </summary>
    [GeneratedRegex(
        @"(?:\+|(?<!\d)0)(?:[\s.\-()\u00b7\u2022\u2219\u22c5_~|]{0,2}\d){8,}|(?<!\w)(?:0\d(?:/\d\d){4}|0\d(?:, ?\d\d){4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();
}
