namespace FollowUp.Domain.ProviderFeed;

/// <summary>The client's own phone number, found in a text by its digits whatever stands between them: spaces, dots, words.</summary>
sealed class OwnNumber
{
    /// <summary>The shortest number of which the last digits tell it apart from dates and amounts.</summary>
    const int MinDigits = 6;

    /// <summary>The longest text between two digits of the number, and between two digits before it.</summary>
    const int MaxGap = 40;
    const int MaxPrefixGap = 8;

    /// <summary>The last digits, which are the same in the national and the international form.</summary>
    readonly string digits;

    /// <summary>What may stand before them: a part of the country code and area, with or without a zero; the longest first.</summary>
    readonly IReadOnlyList<string> prefixes;

    OwnNumber(string digits, string before)
    {
        this.digits = digits;
        prefixes =
        [
            .. Enumerable.Range(0, before.Length + 1).SelectMany(i =>
            {
                var (country, area) = (before[..i], before[i..]);
                return new[] { area, "0" + area, country + area, $"{country}0{area}", $"00{country}{area}", $"00{country}0{area}" };
            }).Where(prefix => prefix.Length > 0).Distinct().OrderByDescending(prefix => prefix.Length),
        ];
    }

    /// <param name="e164">The number in E.164; null when none is known.</param>
    public static OwnNumber? CreateOrNull(string? e164)
    {
        var all = string.Concat((e164 ?? "").Where(char.IsAsciiDigit));

        // A number of ten digits or fewer may have a country code of three and seven digits of its own.
        var kept = Math.Min(all.Length, all.Length > 10 ? 8 : 7);
        return kept < MinDigits ? null : new OwnNumber(all[^kept..], all[..^kept]);
    }

    /// <summary>Where the number stands, with the zero, plus sign or country code before it.</summary>
    public IEnumerable<FoldedRange> Find(string folded)
    {
        var places = Enumerable.Range(0, folded.Length).Where(i => char.IsAsciiDigit(folded[i])).ToArray();
        var all = string.Concat(places.Select(i => folded[i]));
        for (var at = all.IndexOf(digits, StringComparison.Ordinal); at >= 0; at = all.IndexOf(digits, at + 1, StringComparison.Ordinal))
        {
            if (AreTogether(places, at, digits.Length, MaxGap))
            {
                var prefix = prefixes.FirstOrDefault(p => all.AsSpan(0, at).EndsWith(p, StringComparison.Ordinal)
                    && AreTogether(places, at - p.Length, p.Length + 1, MaxPrefixGap)) ?? "";
                var first = places[at - prefix.Length];
                var start = first > 0 && folded[first - 1] == '+' ? first - 1 : first;
                yield return new FoldedRange(start, places[at + digits.Length - 1] + 1 - start);
            }
        }
    }

    static bool AreTogether(int[] places, int at, int count, int maxGap) =>
        Enumerable.Range(at, count - 1).All(i => places[i + 1] - places[i] <= maxGap);
}
