using FollowUp.Application.Privacy;
using FollowUp.Domain.Text;

namespace FollowUp.Storage.Shared;

/// <summary>
/// The text that a search looks in: a project's id and its client's details, folded (<see cref="TextFold"/>), without apostrophes and hyphens. It
/// is personal data: erasing the person erases it.
/// </summary>
public static class SearchText
{
    /// <summary>The version of the stored form. A change of <see cref="Build"/> raises it, and the stores build older texts again.</summary>
    public const int Version = 2;

    const int MaxWords = 16;
    const int MaxPhoneDigits = 15;
    const int MinPhoneDigits = 6;

    /// <summary>The codes of the numbers that begin with 0 when they are dialled within France.</summary>
    static readonly string[] FrenchCountryCodes = ["+33", "+262", "+508", "+590", "+594", "+596"];

    /// <param name="dossier">Null when the person was erased or never known: the text then holds the id alone.</param>
    public static string Build(string projectId, Dossier? dossier) => Join(
        dossier is null
            ? [projectId]
            : [
                projectId, dossier.Title, .. GetSpellings(dossier.Name), .. GetSpellings(dossier.Company), .. GetForms(dossier.Email),
                dossier.Phone, ToNationalNumber(dossier.Phone),
            ]);

    /// <summary>A stored text of an earlier version in today's form, but for the spellings that the text no longer shows, such as "Mueller".</summary>
    public static string Upgrade(string text) => Join(
        text.Split('\n').SelectMany(line => line.Contains('@', StringComparison.Ordinal) ? [line] : new[] { line, TextFold.FoldToWord(line) }));

    /// <summary>The first sixteen words of a query. A project matches when its text contains each of them.</summary>
    public static string[] SplitQuery(string? query)
    {
        var folded = TextFold.Fold(query ?? "");
        var words = folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, IsNumber) && folded.Count(char.IsAsciiDigit) is >= MinPhoneDigits and <= MaxPhoneDigits
            ? [NormalizeNumber(folded)]
            : [.. words.Select(word => IsNumber(word) ? NormalizeNumber(word) : RemoveJoints(word)).Where(word => word.Length > 0).Distinct().Take(MaxWords)];
    }

    static string Join(IEnumerable<string?> lines) =>
        string.Join('\n', lines.OfType<string>().Select(line => RemoveJoints(TextFold.Fold(line)).Trim()).Where(line => line.Length > 0).Distinct());

    /// <summary>A name as it is, with "ue" for "ü", and in one word, so that "obrien" and "jeanpaul" find it too.</summary>
    static IEnumerable<string> GetSpellings(string? name) => name is null
        ? []
        : new[] { name, TextFold.WithDigraphs(name) }.OfType<string>().SelectMany(spelling => new[] { spelling, TextFold.FoldToWord(spelling) });

    /// <summary>An address with its domain as it was submitted, in ASCII and in its own script.</summary>
    static IEnumerable<string> GetForms(string? address) =>
        address is null ? [] : [address, MailAddress.Normalize(address), MailAddress.ToUnicode(address)];

    /// <summary>What people write within a word or leave out.</summary>
    static string RemoveJoints(string folded) => folded.Replace("'", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    /// <summary>The French national form: +33612345678 becomes 0612345678, +262692123456 becomes 0692123456.</summary>
    static string? ToNationalNumber(string? phone) =>
        FrenchCountryCodes.FirstOrDefault(code => phone?.StartsWith(code, StringComparison.Ordinal) == true) is { } code ? "0" + phone![code.Length..] : null;

    static bool IsNumber(string word) =>
        word.Any(char.IsAsciiDigit) && word.All(c => char.IsAsciiDigit(c) || "+.-/()".Contains(c, StringComparison.Ordinal));

    /// <summary>Reduces a number with separators, such as 06.12.34.56.78 or 0033 (0)6 12 34 56 78, to its digits and plus sign.</summary>
    static string NormalizeNumber(string number)
    {
        var digits = string.Concat(number.Replace("(0)", "", StringComparison.Ordinal).Where(c => char.IsAsciiDigit(c) || c == '+'));
        return digits.StartsWith("00", StringComparison.Ordinal) && digits.Length > MinPhoneDigits ? "+" + digits[2..] : digits;
    }
}
