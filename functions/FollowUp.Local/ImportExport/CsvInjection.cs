namespace FollowUp.Local.ImportExport;

/// <summary>
/// Prevents formulas in exported cells (OWASP, "CSV injection"): a spreadsheet runs a cell that begins like a formula. Such a cell gets an
/// apostrophe in front, which an import removes. A phone number keeps its plus sign.
/// </summary>
static class CsvInjection
{
    public static string? Escape(string? cell) => LooksLikeFormula(cell) && !IsPhoneNumber(cell!) ? "'" + cell : cell;

    public static string Unescape(string cell) => cell is ['\'', .. var rest] && LooksLikeFormula(rest) ? rest : cell;

    static bool LooksLikeFormula(string? cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    static bool IsPhoneNumber(string cell) => cell[0] == '+' && cell.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
