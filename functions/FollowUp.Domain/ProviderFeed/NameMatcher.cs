using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>Finds names in a text: as whole words, joined, taken apart, backwards, and with letters that look alike or are repeated.</summary>
sealed class NameMatcher
{
    /// <summary>The longest text between two parts of a name that somebody took apart.</summary>
    const int MaxSplit = 2;
    const int MaxSpelledSplit = 3;
    const int MinSpelledLength = 3;
    const int MinPluralLength = 3;
    const int MaxTitleGap = 2;

    readonly Dictionary<(char First, char Second), List<MaskedName>> plain;
    readonly Dictionary<(char First, char Second), List<MaskedName>> lookAlike;
    readonly Dictionary<(char First, char Second), List<MaskedName>> collapsed;

    public NameMatcher(IEnumerable<MaskedName?> names)
    {
        var forward = names.OfType<MaskedName>().Distinct().ToList();
        var all = forward.Concat(forward.Select(name => name.Reverse()).OfType<MaskedName>()).ToList();
        plain = Index(all);
        lookAlike = Index(all.Select(name => name.MergeLookAlikes()));
        collapsed = Index(all.Select(name => name.Collapse()).OfType<MaskedName>());
    }

    public IEnumerable<MaskedRange> Find(FoldedText folded)
    {
        if (plain.Count == 0)
        {
            return [];
        }

        var words = WordText.Create(folded);
        var ranges = new List<MaskedRange>();
        Find(words, folded, plain, ranges, mustBeChanged: false);
        Find(words.Collapse(), folded, collapsed, ranges, mustBeChanged: false);
        if (WordText.CreateFromLookAlikes(folded) is { } changed)
        {
            Find(changed, folded, lookAlike, ranges, mustBeChanged: true);
        }

        return ranges;
    }

    static Dictionary<(char First, char Second), List<MaskedName>> Index(IEnumerable<MaskedName> names) =>
        names.Distinct().GroupBy(name => (name.Letters[0], name.Letters[1])).ToDictionary(group => group.Key, group => group.ToList());

    static void Find(
        WordText text, FoldedText folded, Dictionary<(char First, char Second), List<MaskedName>> names, List<MaskedRange> ranges, bool mustBeChanged)
    {
        for (var at = 0; at + 1 < text.Letters.Length; at++)
        {
            if (names.TryGetValue((text.Letters[at], text.Letters[at + 1]), out var candidates))
            {
                foreach (var name in candidates)
                {
                    if (FindAt(text, folded, name, at, mustBeChanged) is { } range)
                    {
                        ranges.Add(range);
                    }
                }
            }
        }
    }

    static MaskedRange? FindAt(WordText text, FoldedText folded, MaskedName name, int at, bool mustBeChanged)
    {
        var length = name.Letters.Length;
        if (string.CompareOrdinal(text.Letters, at, name.Letters, 0, length) != 0
            || (mustBeChanged && !Enumerable.Range(at, length).Any(text.IsChanged))
            || GetCertainty(text, name, at) is not { } certainty)
        {
            return null;
        }

        if (!text.IsEdge(at + length) && IsPlural(text, name, at))
        {
            length++;
        }

        if (!IsEdge(text, name, at, -1) || !IsEdge(text, name, at + length, 1))
        {
            return null;
        }

        var range = text.GetRange(at, length);
        if (name.NeedsCapital && !char.IsUpper(folded.Original[folded.GetOriginalRange(range.At, range.Length).Start]))
        {
            return null;
        }

        var isName = certainty == NameCertainty.Certain || (!name.NeedsCapital && IsTitleBefore(text, at));
        return new MaskedRange(range, isName ? PersonalDataKind.Name : PersonalDataKind.CommonWord);
    }

    /// <summary>Null when what stands between the letters makes other words of them.</summary>
    static NameCertainty? GetCertainty(WordText text, MaskedName name, int at)
    {
        var (isSplit, longest, pieces) = (false, 0, 1);
        for (var i = 1; i < name.Letters.Length; i++)
        {
            var (gap, own) = (text.Gaps[at + i], name.GetGap(i));
            if (gap != WordGap.None)
            {
                pieces++;
                longest = Math.Max(longest, text.GetGapLength(at + i));
            }

            // An apostrophe or hyphen is written, left out, or a space; a space may be any sign that joins words.
            if (own != WordGap.None && gap > (WordGap)Math.Max((int)own, (int)WordGap.Space))
            {
                return null;
            }

            isSplit |= own == WordGap.None && gap > WordGap.Narrow;
        }

        if (!isSplit)
        {
            return name.Certainty;
        }

        return pieces == name.Letters.Length && pieces >= MinSpelledLength && longest <= MaxSpelledSplit ? name.Certainty
            : name.Letters.Length < MaskedName.MinLongLength || longest > MaxSplit || name.NeedsCapital ? null
            : HasFunctionWord(text, at, name.Letters.Length) ? NameCertainty.Possible
            : name.Certainty;
    }

    /// <summary>Whether one of the words that make up the name is a word by itself: "la croix" for Lacroix.</summary>
    static bool HasFunctionWord(WordText text, int at, int length)
    {
        for (int i = at, end; i < at + length; i = end)
        {
            end = i + 1;
            while (end < at + length && text.Gaps[end] == WordGap.None)
            {
                end++;
            }

            if (CommonWords.IsCommon(text.Letters[i..end]))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsPlural(WordText text, MaskedName name, int at) =>
        at + name.Letters.Length is var end && end < text.Letters.Length && name.Letters.Length >= MinPluralLength && !name.NeedsCapital
        && (text.Letters[end] is 's' or 'x') && text.IsEdge(end + 1);

    /// <summary>Whether the name begins or ends here: at a word's edge, beside a title, initial or trade that is joined to it, or anywhere for a long name.</summary>
    static bool IsEdge(WordText text, MaskedName name, int at, int step)
    {
        if (text.IsEdge(at) || name.IsFoundInWords)
        {
            return true;
        }

        var end = at;
        while (!text.IsWordEnd(end))
        {
            end += step;
        }

        var joined = step < 0 ? text.Letters[end..at] : text.Letters[at..end];
        return name.Letters.Length >= MinPluralLength
            && (CommonWords.IsTitle(joined) || (joined.Length > 1 ? CommonWords.IsTrade(joined) || CommonWords.IsParticle(joined)
                : step < 0 && name.IsCertain && name.Letters.Length >= MaskedName.MinLongLength));
    }

    static bool IsTitleBefore(WordText text, int at)
    {
        if (at == 0 || text.Gaps[at] == WordGap.None || text.GetGapLength(at) > MaxTitleGap)
        {
            return false;
        }

        var start = at - 1;
        while (!text.IsWordEnd(start))
        {
            start--;
        }

        return CommonWords.IsTitle(text.Letters[start..at]);
    }
}
