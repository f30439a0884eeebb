using System.Collections.Frozen;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>A name that a feed hides, folded.</summary>
/// <param name="Letters">Its letters and digits.</param>
/// <param name="Gaps">What stands before each letter (<see cref="WordGap"/>), one digit each.</param>
/// <param name="NeedsCapital">Whether the name is also a common word, so that only one with a capital letter is hidden.</param>
sealed record MaskedName(string Letters, string Gaps, bool NeedsCapital)
{
    const int MinLength = 2;

    static readonly char[] Separators = ['-', '.', ',', '\'', '(', ')', '/', '&', '"', '\u00b7'];

    static readonly FrozenSet<string> LegalForms = FrozenSet.ToFrozenSet(
    [
        "sarl", "sas", "sasu", "sa", "eurl", "sci", "snc", "scop", "scic", "selarl", "selas", "scm", "scp", "scea", "earl", "gaec", "gie", "ei", "eirl", "se",
        "ltd", "limited", "llc", "llp", "plc", "inc", "corp", "co", "gmbh", "ag", "kg", "ug", "ohg", "bv", "nv", "srl", "spa", "sl", "slu", "lda", "ab", "oy", "aps",
    ]);

    /// <summary>Words of a person's name that identify no one by themselves.</summary>
    static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet(
        ["m", "mr", "mme", "mlle", "mmes", "mm", "me", "dr", "pr", "mrs", "ms", "miss", "sir", "monsieur", "madame", "mademoiselle", "maitre", "docteur", "herr", "frau"]);

    static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
    [
        "de", "du", "des", "d", "la", "le", "les", "l", "von", "van", "der", "den", "dem", "zu", "di", "da", "do", "dos", "das", "del", "della", "el", "al", "et", "and", "und", "y", "e",
    ]);

    /// <summary>Short names that are also words of a French or English sentence.</summary>
    static readonly FrozenSet<string> CommonWords = FrozenSet.ToFrozenSet(
    [
        "au", "ce", "ci", "en", "es", "eu", "il", "je", "ma", "me", "ni", "nu", "on", "or", "ou", "pu", "qu", "sa", "se", "si", "su", "ta", "te", "tu", "un", "us", "va", "vu", "an",
        "as", "at", "be", "by", "go", "he", "hi", "if", "in", "is", "it", "my", "no", "of", "oh", "ok", "so", "to", "up", "we", "am", "do", "ne", "lu", "ai", "as", "bon", "son", "mai",
        "long", "petit", "grand", "rose", "mars", "juin", "may", "will", "mark", "bill", "art", "ray", "sun", "min", "max", "page", "jour",
    ]);

    /// <summary>The whole name and each of its words. Initials, titles and particles alone identify no one.</summary>
    public static IEnumerable<MaskedName?> OfPerson(string name) => Spellings(name).SelectMany(folded =>
    {
        var words = folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !Titles.Contains(word.TrimEnd('.'))).ToArray();
        var whole = new[] { string.Join(' ', words), string.Join(' ', words.Reverse()) };
        return whole.Concat(words.Concat(words.SelectMany(word => word.Split(Separators))).Where(word => word == words[^1] || !Particles.Contains(word)))
            .Distinct().Select(CreateOrNull);
    });

    /// <summary>The whole name, and the name without its legal form at the beginning or end.</summary>
    public static IEnumerable<MaskedName?> OfCompany(string name) => Spellings(name).SelectMany(folded =>
    {
        var words = folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new[]
        {
            words,
            words.Length > 0 && IsLegalForm(words[^1]) && !words[..^1].All(IsLegalForm) ? words[..^1] : words,
            words.Length > 0 && IsLegalForm(words[0]) && !words[1..].All(IsLegalForm) ? words[1..] : words,
        }.Select(kept => CreateOrNull(string.Join(' ', kept)));
    });

    /// <summary>Where the name stands in a text as whole words.</summary>
    public IEnumerable<FoldedRange> Find(WordText text, FoldedText folded)
    {
        for (var at = text.Letters.IndexOf(Letters, StringComparison.Ordinal); at >= 0; at = text.Letters.IndexOf(Letters, at + 1, StringComparison.Ordinal))
        {
            if (text.IsEdge(at) && text.IsEdge(at + Letters.Length) && HasSameWords(text, at))
            {
                var range = text.GetRange(at, Letters.Length);
                if (!NeedsCapital || char.IsUpper(folded.Original[folded.GetOriginalRange(range.At, range.Length).Start]))
                {
                    yield return range;
                }
            }
        }
    }

    /// <summary>Whether white space stands only where the name has a space or sign, and signs only where it has such.</summary>
    bool HasSameWords(WordText text, int at) =>
        !Enumerable.Range(1, Letters.Length - 1).Any(i => text.Gaps[at + i] > (WordGap)Math.Max(Gaps[i] - '0', (int)WordGap.Narrow)
            && !(text.Gaps[at + i] == WordGap.Space && Gaps[i] - '0' == (int)WordGap.Narrow));

    static IEnumerable<string> Spellings(string name)
    {
        foreach (var spelling in new[] { name, TextFold.WithDigraphs(name) }.OfType<string>())
        {
            var folded = TextFold.Fold(spelling);
            yield return folded;
            if (folded.Contains('&', StringComparison.Ordinal))
            {
                yield return folded.Replace("&", " et ", StringComparison.Ordinal);
                yield return folded.Replace("&", " and ", StringComparison.Ordinal);
            }
        }
    }

    static MaskedName? CreateOrNull(string folded)
    {
        var text = new WordText(folded);
        return text.Letters.Length < MinLength
            ? null
            : new MaskedName(
                text.Letters,
                string.Concat(text.Gaps.Select(gap => (int)gap)),
                NeedsCapital: CommonWords.Contains(text.Letters) || Particles.Contains(text.Letters));
    }

    static bool IsLegalForm(string word) => LegalForms.Contains(TextFold.FoldToWord(word));
}
