using System.Text;
using FollowUp.Application.Shared;

namespace FollowUp.Web.Console;

/// <summary>
/// Builds a file as a French spreadsheet opens it: semicolons, UTF-8 with a byte order mark, every field in quotes, no formulas
/// (<see cref="CsvFormulaGuard"/>).
/// </summary>
sealed class SpreadsheetCsv
{
    readonly StringBuilder text = new("\ufeff");

    public void AddLine(params IEnumerable<string?> cells) =>
        text.AppendJoin(';', cells.Select(cell => $"\"{CsvFormulaGuard.Escape(cell ?? "")!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());
}
