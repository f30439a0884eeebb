using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>
/// Finds personal data in what staff write for providers, and replaces them by <c>[…]</c>: mail addresses, phone numbers, the names of the client and of
/// other providers by their words and domains. What it withstands, and what it cannot promise, is listed in <c>docs/mask.md</c>.
/// </summary>
public sealed class PersonalDataMasker
{
    const string Placeholder = "[…]";

    readonly NameMatcher names;
    readonly ImmutableArray<OwnNumber> numbers;
    readonly OwnAddress? address;

    PersonalDataMasker(IEnumerable<MaskedName?> names, IEnumerable<OwnNumber?> numbers, OwnAddress? address) =>
        (this.names, this.numbers, this.address) = (new NameMatcher(names), [.. numbers.OfType<OwnNumber>()], address);

    /// <summary>A masker for one project and one reader.</summary>
    /// <param name="client">The client; null once they are erased.</param>
    /// <param name="others">The providers that are not the reader.</param>
    public static PersonalDataMasker Create(HiddenClient? client, IReadOnlyCollection<HiddenProvider> others) => new(
        [
            .. MaskedName.OfPerson(client?.Name ?? ""),
            .. MaskedName.OfCompany(client?.Company ?? ""),
            .. MaskedName.OfAddress(client?.Email),
            .. others.SelectMany(other => MaskedName.OfCompany(other.Name).Concat(MaskedName.OfCompany(other.Id ?? "")).Concat(MaskedName.OfAddress(other.Email))),
        ],
        others.Select(other => OwnNumber.CreateOrNull(other.Phone)).Prepend(OwnNumber.CreateOrNull(client?.Phone)),
        OwnAddress.CreateOrNull(client?.Email));

    /// <summary>A masker for one project and one reader. Each value is null when it is not known or erased.</summary>
    /// <param name="client">The client's name.</param>
    /// <param name="company">The client's company.</param>
    /// <param name="others">Names and ids of the providers that are not the reader.</param>
    /// <param name="phone">The client's number in E.164.</param>
    /// <param name="email">The client's mail address.</param>
    public static PersonalDataMasker Create(
        string? client, string? company, IEnumerable<string> others, string? phone = null, string? email = null) =>
        Create(new HiddenClient(client, company, phone, email), [.. others.Select(name => new HiddenProvider(name))]);

    /// <summary>The text, well formed and in NFC, with personal data replaced.</summary>
    /// <param name="text">What staff wrote.</param>
    /// <param name="asWritten">Whether its author decided that the common words in it are no names. Everything else is replaced all the same.</param>
    public string Mask(string text, bool asWritten = false)
    {
        var folded = Fold(text);
        return Replace(folded, FindRanges(folded).Where(found => !asWritten || found.Kind != PersonalDataKind.CommonWord).Select(found => found.Range));
    }

    /// <summary>The personal data in a text, each once, in the order of the text; of those that overlap, the first and longest.</summary>
    public ImmutableArray<PersonalDataFinding> Find(string text)
    {
        var folded = Fold(text);
        var found = ImmutableArray.CreateBuilder<PersonalDataFinding>();
        var from = 0;
        foreach (var (range, kind) in FindRanges(folded).Select(f => (Range: folded.GetOriginalRange(f.Range.At, f.Range.Length), f.Kind))
            .OrderBy(f => f.Range.Start.Value).ThenByDescending(f => f.Range.End.Value).ThenBy(f => f.Kind == PersonalDataKind.CommonWord))
        {
            if (range.Start.Value >= from)
            {
                found.Add(new PersonalDataFinding(folded.Original[range], kind));
                from = range.End.Value;
            }
            else if (kind != PersonalDataKind.CommonWord && found[^1].Kind == PersonalDataKind.CommonWord)
            {
                found[^1] = found[^1] with { Kind = kind };
            }
        }

        return [.. found.Distinct()];
    }

    static FoldedText Fold(string text) => FoldedText.Create(text.ToWellFormed().LimitMarks().Normalize());

    IEnumerable<MaskedRange> FindRanges(FoldedText folded)
    {
        foreach (var range in ContactPatterns.FindAddresses(folded.Text).Concat(address?.Find(folded.Text) ?? []))
        {
            yield return new MaskedRange(range, PersonalDataKind.Address);
        }

        foreach (var range in ContactPatterns.FindNumbers(folded.Text))
        {
            yield return new MaskedRange(range, PersonalDataKind.Number);
        }

        if (!numbers.IsEmpty)
        {
            var digits = new NumberText(folded.Text);
            foreach (var range in numbers.SelectMany(number => number.Find(digits, folded.Text)))
            {
                yield return new MaskedRange(range, PersonalDataKind.Number);
            }
        }

        foreach (var found in names.Find(folded))
        {
            yield return found;
        }
    }

    /// <param name="ranges">Ranges of the folded text. Of ranges that overlap one placeholder is left.</param>
    static string Replace(FoldedText folded, IEnumerable<FoldedRange> ranges)
    {
        var parts = new List<string>();
        var from = 0;
        foreach (var range in ranges.Select(r => folded.GetOriginalRange(r.At, r.Length)).OrderBy(r => r.Start.Value).ThenByDescending(r => r.End.Value))
        {
            if (range.Start.Value >= from)
            {
                parts.Add(folded.Original[from..range.Start.Value]);
                parts.Add(Placeholder);
            }

            from = Math.Max(from, range.End.Value);
        }

        parts.Add(folded.Original[from..]);
        return string.Concat(parts);
    }
}
