using System.Text.RegularExpressions;

namespace FollowUp.Application.Shared;

/// <summary>
/// Prevents formulas in exported cells (OWASP, "CSV injection"): a spreadsheet runs a cell that begins like a formula, and a reader that splits
/// lines at another separator, or does not know quotes, makes cells of parts of a cell. Where a cell or such a part begins like a formula, or
/// with apostrophes before one, it gets an apostrophe in front. An import of an export removes it, so every text survives the round trip. A
/// phone number keeps its plus sign.
/// </summary>
public static partial class CsvFormulaGuard
{
    /// <summary>The cell as it is written; null stays null.</summary>
    public static string? Escape(string? cell) =>
        cell is null || PhoneNumber().IsMatch(cell) ? cell : FormulaStart().Replace(cell, "'");

    /// <summary>The inverse of <see cref="Escape"/>.</summary>
    public static string Unescape(string cell) => EscapedStart().Replace(cell, "");

    /// <summary>The place before a formula, where a cell may begin.</summary>
    [GeneratedRegex(@"(?<=(?:^|[;,|\t\r\n""])[ \u00a0]*)(?='*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaStart();

    [GeneratedRegex(@"(?<=(?:^|[;,|\t\r\n""])[ \u00a0]*)'(?='*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedStart();

    [GeneratedRegex(@"^\+[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();
}
