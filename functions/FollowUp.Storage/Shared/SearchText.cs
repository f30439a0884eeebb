using System.Globalization;
using System.Text;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Text;

namespace FollowUp.Storage.Shared;

/// <summary>
/// The text that a search looks in: a project's id and its client's details, in lower case without accents. It is personal data: erasing
/// the person erases it.
/// </summary>
public static class SearchText
{
    // Unicode decomposition leaves these letters whole; people without the key type two letters.
    static readonly Dictionary<char, string> Ligatures = new() { ['œ'] = "oe", ['æ'] = "ae", ['ß'] = "ss", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d" };

    /// <param name="dossier">Null when the person was erased or never known: the text then holds the id alone.</param>
    public static string Build(string projectId, Dossier? dossier) =>
        dossier is null
            ? Fold(projectId)
            : Fold(string.Join(
                '\n',
                new[] { projectId, dossier.Title, dossier.Name, dossier.Company, dossier.Email, dossier.Phone, ToNationalNumber(dossier.Phone) }
                    .Where(part => part is not null)));

    /// <summary>The first sixteen words of a query. A project matches when its text contains each of them.</summary>
    public static string[] SplitQuery(string? query) =>
        [.. Fold(query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NormalizeNumber).Distinct().Take(16)];

    /// <summary>Lower case without accents: "Élodie Lœuf" becomes "elodie loeuf".</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToWellFormed().ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark) continue;
            if (Ligatures.TryGetValue(letter, out var letters)) folded.Append(letters);
            else folded.Append(letter);
        }

        return folded.ToString();
    }

    /// <summary>The French national form: +33612345678 becomes 0612345678.</summary>
    static string? ToNationalNumber(string? phone) =>
        phone is not null && phone.StartsWith("+33", StringComparison.Ordinal) ? "0" + phone[3..] : null;

    /// <summary>Reduces a number with separators, such as 06.12.34.56.78, to its digits and plus sign. Other words stay unchanged.</summary>
    static string NormalizeNumber(string word) =>
        word.Any(char.IsAsciiDigit) && word.All(c => char.IsAsciiDigit(c) || "+.-/()".Contains(c, StringComparison.Ordinal))
            ? string.Concat(word.Where(c => char.IsAsciiDigit(c) || c == '+'))
            : word;
}
