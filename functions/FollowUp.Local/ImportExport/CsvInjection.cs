namespace FollowUp.Local.ImportExport;

/// <summary>
/// A spreadsheet runs a cell that begins like a formula, whoever typed it into a form. Such a cell gets an apostrophe in front (OWASP, "CSV
/// injection"), which an import takes off again. A phone number is no formula: its plus stays.
/// </summary>
static class CsvInjection
{
    public static string? Escape(string? cell) => LooksLikeFormula(cell) && !IsPhoneNumber(cell!) ? "'" + cell : cell;

    public static string Unescape(string cell) => cell is ['\'', .. var rest] && LooksLikeFormula(rest) ? rest : cell;

    static bool LooksLikeFormula(string? cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    static bool IsPhoneNumber(string cell) => cell[0] == '+' && cell.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
