using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>A name that a feed hides, folded.</summary>
/// <param name="Letters">Its letters and digits.</param>
/// <param name="Gaps">What stands before each letter (<see cref="WordGap"/>), one digit each.</param>
/// <param name="Certainty">Whether the name is also a common word.</param>
/// <param name="NeedsCapital">Whether only one with a capital letter is hidden.</param>
sealed record MaskedName(string Letters, string Gaps, NameCertainty Certainty, bool NeedsCapital = false)
{
    public const int MinLength = 2;

    /// <summary>The shortest name that is also found backwards, with other runs of letters, or with a space within it.</summary>
    public const int MinLongLength = 5;

    /// <summary>The shortest name that is also found within a longer word.</summary>
    const int MinDistinctLength = 7;

    static readonly char[] Separators = ['-', '.', ',', '\'', '(', ')', '/', '&', '"', '\u00b7'];

    public bool IsCertain => Certainty == NameCertainty.Certain;

    /// <summary>Whether the name has several words, so that each gap of it may be written in several ways.</summary>
    public WordGap GetGap(int at) => (WordGap)(Gaps[at] - '0');

    /// <summary>Whether the name is hidden within a longer word too.</summary>
    public bool IsFoundInWords => IsCertain && Letters.Length >= MinDistinctLength;

    /// <summary>The whole name and each of its words. Initials, titles and particles alone identify no one.</summary>
    public static IEnumerable<MaskedName?> OfPerson(string name) => Spellings(name).SelectMany(folded =>
    {
        var words = folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !CommonWords.IsTitle(word)).ToArray();
        string[] whole = words.Length > 1 ? [string.Join(' ', words), string.Join(' ', words.Reverse())] : [];
        return whole.Select(CreateWholeOrNull)
            .Concat(words.Concat(words.SelectMany(word => word.Split(Separators))).Where(word => word == words[^1] || !CommonWords.IsParticle(word)).Distinct()
                .Select(CreateOrNull));
    });

    /// <summary>The whole name, the name without its legal forms, and the words of it that tell the company apart.</summary>
    public static IEnumerable<MaskedName?> OfCompany(string name) => Spellings(name).SelectMany(folded =>
    {
        var words = folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kept = words.All(CommonWords.IsLegalForm) ? words : [.. words.Where(word => !CommonWords.IsLegalForm(word) && !CommonWords.IsTitle(word))];
        var own = kept.Length == 1
            ? [CreateOrNull(kept[0])]
            : kept.Concat(kept.SelectMany(word => word.Split(Separators))).Where(IsDistinctPart).Distinct().Select(CreatePartOrNull);
        string[][] wholes = [words, kept, [.. kept.Reverse()]];
        return wholes.Where(whole => whole.Length > 1).Select(whole => CreateWholeOrNull(string.Join(' ', whole))).Concat(own);
    });

    /// <summary>The name under which a company has its mail, and the person's part before it, where they tell who it is.</summary>
    public static IEnumerable<MaskedName?> OfAddress(string? email)
    {
        var at = email?.LastIndexOf('@') ?? -1;
        if (at <= 0)
        {
            return [];
        }

        string[] domains = [email![(at + 1)..], MailAddress.ToUnicode(email)[(MailAddress.ToUnicode(email).LastIndexOf('@') + 1)..]];
        return domains.Distinct().SelectMany(domain => domain.Split('.').SkipLast(1)).Append(email[..at].Split('+')[0])
            .Select(TextFold.Fold).Where(IsDistinctLabel).SelectMany(label => new[] { CreateOrNull(label) });
    }

    /// <summary>The name written backwards; null for a short one.</summary>
    public MaskedName? Reverse() => Letters.Length < MinLongLength
        ? null
        : new MaskedName(new string([.. Letters.Reverse()]), Gaps[..1] + new string('0', Letters.Length - 1), Certainty, NeedsCapital);

    /// <summary>The name as <see cref="WordText.Collapse"/> reads it; null for a short one and for one that is then another word.</summary>
    public MaskedName? Collapse() => Change(letters => letters.Length >= MinLongLength && !NeedsCapital
        ? [.. Enumerable.Range(0, letters.Length).Where(i => i == 0 || letters[i] != letters[i - 1] || GetGap(i) != WordGap.None)]
        : null);

    /// <summary>The name as <see cref="WordText.CreateFromLookAlikes"/> reads it.</summary>
    public MaskedName MergeLookAlikes() => this with { Letters = string.Concat(Letters.Select(c => LookAlikes.Merge(LookAlikes.ToLetter(c) ?? c))) };

    MaskedName? Change(Func<string, int[]?> choose) => choose(Letters) is not { Length: >= MinLongLength - 1 } kept
        ? null
        : this with { Letters = string.Concat(kept.Select(i => Letters[i])), Gaps = string.Concat(kept.Select(i => Gaps[i])) };

    static bool IsDistinctPart(string word) =>
        TextFold.FoldToWord(word) is { Length: > 2 } letters && !CommonWords.IsParticle(letters) && !CommonWords.IsTrade(letters) && !CommonWords.IsFunctionWord(letters);

    static bool IsDistinctLabel(string label) => TextFold.FoldToWord(label) is { Length: > 3 } letters && !CommonWords.IsCommon(letters);

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

    /// <summary>Several words together are the name, however common each is.</summary>
    static MaskedName? CreateWholeOrNull(string folded) => CreateOrNull(folded) is not { } name ? null
        : name.Gaps.Skip(1).Any(gap => gap != '0') ? name with { Certainty = NameCertainty.Certain, NeedsCapital = false }
        : name;

    /// <summary>A common word of a company's name is the name only where it is written as one.</summary>
    static MaskedName? CreatePartOrNull(string folded) =>
        CreateOrNull(folded) is { } name ? name with { NeedsCapital = !name.IsCertain } : null;

    static MaskedName? CreateOrNull(string folded)
    {
        var text = WordText.Create(folded);
        return text.Letters.Length < MinLength
            ? null
            : new MaskedName(
                text.Letters,
                string.Concat(text.Gaps.Select(gap => (int)gap)),
                CommonWords.IsCommon(text.Letters) ? NameCertainty.Possible : NameCertainty.Certain,
                CommonWords.IsFunctionWord(text.Letters));
    }
}
