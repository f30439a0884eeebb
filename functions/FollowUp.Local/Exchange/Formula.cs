namespace FollowUp.Local;

/// <summary>
/// A spreadsheet runs a cell that begins like a formula, whoever typed it into a form. Such a cell gets an apostrophe in front (OWASP, "CSV
/// injection"), which an import takes off again. A phone number is no formula: its plus stays.
/// </summary>
static class Formula
{
    public static string? Disarm(string? cell) => BeginsLikeOne(cell) && !IsPhone(cell!) ? "'" + cell : cell;

    public static string Restore(string cell) => cell is ['\'', .. var rest] && BeginsLikeOne(rest) ? rest : cell;

    static bool BeginsLikeOne(string? cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    static bool IsPhone(string cell) => cell[0] == '+' && cell.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
