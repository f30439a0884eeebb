using System.Globalization;
using System.Text;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Text;

namespace FollowUp.Storage.Shared;

/// <summary>
/// What a project is found by: its id and its client's particulars, folded to lower case without accents. It is personal data and goes
/// with the person.
/// </summary>
public static class SearchText
{
    // Letters that no decomposition takes apart, as people without the key type them.
    static readonly Dictionary<char, string> Ligatures = new() { ['œ'] = "oe", ['æ'] = "ae", ['ß'] = "ss", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d" };

    /// <summary>The text to search in; only the id when nothing is known of the person, or nothing any more.</summary>
    public static string Build(string projectId, Dossier? dossier) =>
        dossier is null
            ? Fold(projectId)
            : Fold(string.Join(
                '\n',
                new[] { projectId, dossier.Title, dossier.Name, dossier.Company, dossier.Email, dossier.Phone, ToNationalNumber(dossier.Phone) }
                    .Where(part => part is not null)));

    /// <summary>The words of a query, the first sixteen; a text matches when it contains every one of them.</summary>
    public static string[] SplitQuery(string? query) =>
        [.. Fold(query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NormalizeNumber).Distinct().Take(16)];

    /// <summary>Lower case, without accents: "Élodie Lœuf" and "elodie loeuf" are one.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToWellFormed().ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark) continue;
            if (Ligatures.TryGetValue(letter, out var apart)) folded.Append(apart);
            else folded.Append(letter);
        }

        return folded.ToString();
    }

    /// <summary>+33612345678 as people in France say it: 0612345678.</summary>
    static string? ToNationalNumber(string? phone) =>
        phone is not null && phone.StartsWith("+33", StringComparison.Ordinal) ? "0" + phone[3..] : null;

    /// <summary>A number typed with dots or dashes is looked for as its digits; any other word stays as it is.</summary>
    static string NormalizeNumber(string word) =>
        word.Any(char.IsAsciiDigit) && word.All(c => char.IsAsciiDigit(c) || "+.-/()".Contains(c, StringComparison.Ordinal))
            ? string.Concat(word.Where(c => char.IsAsciiDigit(c) || c == '+'))
            : word;
}
