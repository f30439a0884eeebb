using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>
/// Replaces personal data in a shared note by <c>[…]</c>: mail addresses, phone numbers, the client's name and other providers' names. Names
/// are found as whole words, in any case and with or without accents.
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

    /// <summary>A masker for one project and one reader.</summary>
    /// <param name="client">The client's name, of which each word is masked; null once erased.</param>
    /// <param name="company">The client's company, masked as a whole, with and without its legal form.</param>
    /// <param name="others">Names and ids of the providers that are not the reader.</param>
    public static PersonalDataMasker Create(string? client, string? company, IEnumerable<string> others) => new(
    [
        client ?? "",
        .. (client ?? "").Split([' ', '-', '\u00a0', '.', ',']),
        .. WithAndWithoutLegalForm(company ?? ""),
        .. others.SelectMany(WithAndWithoutLegalForm),
    ]);

    /// <summary>The text with personal data replaced.</summary>
    public string Mask(string text)
    {
        text = PhoneNumber().Replace(MailAddress().Replace(text.ToWellFormed().Normalize(), Placeholder), Placeholder);
        var folded = Fold(text);
        foreach (var name in names)
        {
            if (folded.Contains(name, StringComparison.Ordinal))
            {
                text = MaskName(text, folded, name);
                folded = Fold(text);
            }
        }

        return text;
    }

    static string MaskName(string text, string folded, string name)
    {
        var masked = new StringBuilder(text.Length);
        var from = 0;
        for (var at = folded.IndexOf(name, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (at >= from && IsWholeWord(folded, at, name.Length))
            {
                masked.Append(text, from, at - from).Append(Placeholder);
                from = at + name.Length;
            }
        }

        return from == 0 ? text : masked.Append(text, from, text.Length - from).ToString();
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

    /// <summary>Lower case without accents. The length is that of the normalized text, so positions in both are the same.</summary>
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

    /// <summary>A number that begins with + or 0 and has nine digits or more, with any separators. Slashes, which dates have too, only between pairs.</summary>
    [GeneratedRegex(@"(?<![\w])(?:(\+|0)(?:[\s.\-()\u00a0]{0,2}\d){8,15}|0\d(?:/\d\d){4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();
}
