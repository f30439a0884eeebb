using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>
/// Replaces personal data in a shared note by <c>[…]</c>: mail addresses, phone numbers, the client's name and company, and other providers'
/// names. Names are found as whole words in any spelling that <see cref="TextFold"/> folds to the same; the client's own number by its
/// digits and their own address by its words, whatever stands between.
/// </summary>
public sealed class PersonalDataMasker
{
    const string Placeholder = "[…]";

    readonly IReadOnlyList<MaskedName> names;
    readonly OwnNumber? number;
    readonly OwnAddress? address;

    PersonalDataMasker(IEnumerable<MaskedName?> names, OwnNumber? number, OwnAddress? address) =>
        (this.names, this.number, this.address) = ([.. names.OfType<MaskedName>().Distinct()], number, address);

    /// <summary>A masker for one project and one reader. Each value is null when it is not known or erased.</summary>
    /// <param name="client">The client's name, of which each word is masked, but for titles and particles.</param>
    /// <param name="company">The client's company, masked as a whole, with and without its legal form.</param>
    /// <param name="others">Names and ids of the providers that are not the reader.</param>
    /// <param name="phone">The client's number in E.164.</param>
    /// <param name="email">The client's mail address.</param>
    public static PersonalDataMasker Create(
        string? client, string? company, IEnumerable<string> others, string? phone = null, string? email = null) => new(
        [
            .. MaskedName.OfPerson(client ?? ""),
            .. MaskedName.OfCompany(company ?? ""),
            .. others.SelectMany(MaskedName.OfCompany),
        ],
        OwnNumber.CreateOrNull(phone),
        OwnAddress.CreateOrNull(email));

    /// <summary>The text, well formed and in NFC, with personal data replaced.</summary>
    public string Mask(string text)
    {
        var folded = FoldedText.Create(text.ToWellFormed().LimitMarks().Normalize());
        var ranges = ContactPatterns.Find(folded.Text).ToList();
        ranges.AddRange(number?.Find(folded.Text) ?? []);
        ranges.AddRange(address?.Find(folded.Text) ?? []);
        var words = new WordText(folded.Text);
        foreach (var name in names)
        {
            ranges.AddRange(name.Find(words, folded));
        }

        return Replace(folded, ranges);
    }

    /// <param name="ranges">Ranges of the folded text. Of ranges that overlap one placeholder is left.</param>
    static string Replace(FoldedText folded, List<FoldedRange> ranges)
    {
        if (ranges.Count == 0)
        {
            return folded.Original;
        }

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
