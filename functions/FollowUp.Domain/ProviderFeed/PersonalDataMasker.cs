using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>
/// Takes out of a shared note what a feed may never hold, should its author have written it all the same: mail addresses, phone
/// numbers, the client's name and other providers' names. It finds them whatever their case and accents, as whole words.
/// </summary>
public sealed partial class PersonalDataMasker
{
    const string Placeholder = "[…]";
    const int MinNameLength = 3;

    static readonly string[] LegalForms =
        ["sarl", "sas", "sasu", "sa", "eurl", "sci", "snc", "scop", "ltd", "limited", "inc", "gmbh", "llc"];

    readonly string[] names;

    PersonalDataMasker(IEnumerable<string> names) => this.names =
    [
        .. names.Select(n => Fold(n.Trim())).Where(n => n.Length >= MinNameLength).Distinct().OrderByDescending(n => n.Length),
    ];

    /// <param name="client">The client's name, of which each word is hidden; null once erased.</param>
    /// <param name="company">The client's company, hidden as a whole, with and without its legal form.</param>
    /// <param name="others">Names and ids of the providers that are not the reader.</param>
    public static PersonalDataMasker Create(string? client, string? company, IEnumerable<string> others) => new(
    [
        client ?? "",
        .. (client ?? "").Split([' ', '-', '\u00a0', '.', ',']),
        .. WithAndWithoutLegalForm(company ?? ""),
        .. others.SelectMany(WithAndWithoutLegalForm),
    ]);

    public string Mask(string text)
    {
        text = PhoneNumber().Replace(MailAddress().Replace(text.ToWellFormed().Normalize(), Placeholder), Placeholder);
        var folded = Fold(text);
        foreach (var name in names)
        {
            if (folded.Contains(name, StringComparison.Ordinal))
            {
                text = Hide(text, folded, name);
                folded = Fold(text);
            }
        }

        return text;
    }

    static string Hide(string text, string folded, string name)
    {
        var kept = new StringBuilder(text.Length);
        var from = 0;
        for (var at = folded.IndexOf(name, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (at >= from && IsWholeWord(folded, at, name.Length))
            {
                kept.Append(text, from, at - from).Append(Placeholder);
                from = at + name.Length;
            }
        }

        return from == 0 ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    static bool IsWholeWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    static IEnumerable<string> WithAndWithoutLegalForm(string name)
    {
        yield return name;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && LegalForms.Contains(words[^1].ToLowerInvariant()))
        {
            yield return string.Join(' ', words[..^1]);
        }
    }

    /// <summary>Lower case without accents, as long as the original.</summary>
    static string Fold(string text)
    {
        var normal = text.ToWellFormed().Normalize();
        return string.Create(normal.Length, normal, static (folded, original) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = char.ToLowerInvariant(RemoveAccent(original[i]));
            }
        });
    }

    static char RemoveAccent(char c)
    {
        if (c < 0x80 || char.IsSurrogate(c))
        {
            return c;
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return CharUnicodeInfo.GetUnicodeCategory(parts[0]) == UnicodeCategory.NonSpacingMark ? c : c == '\u00a0' ? ' ' : parts[0];
    }

    [GeneratedRegex(@"[^\s@<>()\[\],;:""]+\s?@\s?[^\s@<>()\[\],;:""]+", RegexOptions.CultureInvariant)]
    private static partial Regex MailAddress();

    /// <summary>A number that begins with + or 0 and has nine digits or more, however it is set; with slashes, which dates have too, in pairs.</summary>
    [GeneratedRegex(@"(?<![\w])(?:(\+|0)(?:[\s.\-()\u00a0]{0,2}\d){8,15}|0\d(?:/\d\d){4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();
}
