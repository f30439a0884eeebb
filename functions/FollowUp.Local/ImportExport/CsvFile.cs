using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using FollowUp.Application.Shared;
using FollowUp.Local.CommandLine;

namespace FollowUp.Local.ImportExport;

/// <summary>Reads submissions, and the state of exported projects, from CSV.</summary>
static class CsvFile
{
    /// <exception cref="BadArgumentException">A column is unknown or stands twice, or the file has no header.</exception>
    /// <exception cref="CsvFormatException">The file is no CSV.</exception>
    public static IReadOnlyList<ImportItem> Read(string text)
    {
        var table = CsvTable.Read(text);
        var header = new CsvHeader(table.Names);
        var habit = new AmountHabit(
            table.Lines.SelectMany(line => header.Columns.Zip(line.Cells).Where(pair => pair.First?.IsNumber == true).Select(pair => pair.Second)), header.IsExport);
        return [.. table.Lines.Select(line => ToItem(line, header, habit, table.Separator))];
    }

    static ImportItem ToItem(CsvLine line, CsvHeader header, AmountHabit habit, char separator)
    {
        var errors = line.FindFaults(header.Columns.Count, separator).ToList();
        var json = new JsonObject();
        var state = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ((column, name), cell) in header.Columns.Zip(header.Names).Zip(line.Cells))
        {
            var value = header.IsExport ? CsvFormulaGuard.Unescape(cell) : cell;
            if (column is null)
            {
                if (name.Length > 0)
                {
                    state[name[StateColumns.Prefix.Length..]] = value;
                }
                else if (value.Length > 0)
                {
                    errors.Add($"'{value}' stands in a column without a name");
                }
            }
            else if (column.IsNumber && value.Length > 0 && habit.Read(value) is var (amount, error))
            {
                if (error is not null)
                {
                    errors.Add($"{column.Path}: {error}");
                }
                else
                {
                    SubmissionJson.SetField(json, column, SubmissionColumn.FormatAmount(amount));
                }
            }
            else
            {
                SubmissionJson.SetField(json, column, value);
            }
        }

        var element = JsonSerializer.SerializeToElement(json);
        errors.AddRange(ImportItem.FindLostCharacters(element));
        var exported = header.IsExport ? new ExportedState((string?)json["id"], state) : null;
        return new ImportItem($"line {line.Number}", exported is { IsErased: true } ? null : element, [.. errors], exported);
    }
}
