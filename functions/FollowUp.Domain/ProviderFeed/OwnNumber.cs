namespace FollowUp.Domain.ProviderFeed;

/// <summary>A known phone number, found in a text by its digits whatever stands between them, and by the words for its digits.</summary>
sealed class OwnNumber
{
    /// <summary>The shortest number of which the last digits tell it apart from dates and amounts.</summary>
    const int MinDigits = 6;

    /// <summary>The longest text between two digits of the number, and between two digits before it.</summary>
    const int MaxGap = 40;
    const int MaxPrefixGap = 12;

    /// <summary>How many last digits there are, which are the same in the national and the international form.</summary>
    readonly int length;

    /// <summary>
    /// The last digits with what may stand before them: a part of the country code and area, with or without a zero; the longest first, then nothing.
    /// </summary>
    readonly IReadOnlyList<(string Digits, int PrefixLength)> targets;

    OwnNumber(string digits, string before)
    {
        length = digits.Length;
        targets =
        [
            .. Enumerable.Range(0, before.Length + 1).SelectMany(i =>
            {
                var (country, area) = (before[..i], before[i..]);
                return new[] { area, "0" + area, country + area, $"{country}0{area}", $"00{country}{area}", $"00{country}0{area}" };
            }).Append("").Distinct().OrderByDescending(prefix => prefix.Length).Select(prefix => (prefix + digits, prefix.Length)),
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
    public IEnumerable<FoldedRange> Find(NumberText text, string folded)
    {
        if (text.Capacity < length)
        {
            yield break;
        }

        for (var token = 0; token < text.Count;)
        {
            var next = token + 1;
            if (text.GetReadings(token).Count > 0 && FindAt(text, token) is { } last)
            {
                var first = text.GetStart(token);
                var start = first > 0 && folded[first - 1] == '+' ? first - 1 : first;
                yield return new FoldedRange(start, text.GetEnd(last) - start);
                next = last + 1;
            }

            token = next;
        }
    }

    int? FindAt(NumberText text, int token)
    {
        foreach (var (target, prefixLength) in targets)
        {
            if (BeginsWith(target, text.GetReadings(token)) && new Search(text, target, prefixLength).FindLast(token, 0) is { } last)
            {
                return last;
            }
        }

        return null;
    }

    static bool BeginsWith(string target, IReadOnlyList<(string Digits, int Next)> readings)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            if (target.StartsWith(readings[i].Digits, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks for the digits of a target from a token on. Words between may be passed, other digits may not.</summary>
    sealed class Search(NumberText text, string target, int prefixLength)
    {
        /// <summary>Where it was tried in vain; null until the search comes to a second place.</summary>
        HashSet<(int Token, int At)>? failed;

        /// <returns>The last token of the number; null when it is not here.</returns>
        public int? FindLast(int token, int at)
        {
            if (failed?.Contains((token, at)) == true)
            {
                return null;
            }

            var readings = text.GetReadings(token);
            for (var i = 0; i < readings.Count; i++)
            {
                var (read, next) = readings[i];
                if (string.CompareOrdinal(target, at, read, 0, read.Length) != 0)
                {
                    continue;
                }

                if (at + read.Length == target.Length)
                {
                    return next - 1;
                }

                if (FindNext(next, at + read.Length) is { } last)
                {
                    return last;
                }
            }

            if (at > 0)
            {
                (failed ??= []).Add((token, at));
            }

            return null;
        }

        int? FindNext(int token, int at)
        {
            var end = text.GetEnd(token - 1);
            for (var i = token; i < text.Count && text.GetStart(i) - end <= (at <= prefixLength ? MaxPrefixGap : MaxGap); i++)
            {
                if (FindLast(i, at) is { } last)
                {
                    return last;
                }

                if (text.IsDigit(i))
                {
                    return null;
                }
            }

            return null;
        }
    }
}
