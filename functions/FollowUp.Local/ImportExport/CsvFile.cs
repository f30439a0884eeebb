using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using FollowUp.Local.CommandLine;

namespace FollowUp.Local.ImportExport;

/// <summary>Reads submissions from CSV (RFC 4180) as spreadsheets write it: with any usual separator, and with empty columns and lines at the end.</summary>
static class CsvFile
{
    static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <exception cref="BadArgumentException">A column is unknown or stands twice, or the file has no header.</exception>
    /// <exception cref="CsvFormatException">The file is no CSV.</exception>
    public static IReadOnlyList<ImportItem> Read(string text)
    {
        var malformed = new Dictionary<long, string>();
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            Separator = FindSeparator(text),
            TrimWhitespace = true,
            TrackLineNumbers = true,
            OnMalformedRecord = record =>
            {
                if (Describe(record.Reason) is { } fault)
                {
                    malformed.TryAdd(record.LineNumber, fault);
                }
            },
        });
        csv.ReadHeader();
        var header = new CsvHeader(csv.Headers.ToArray());
        var lines = new List<CsvLine>();
        while (csv.Read())
        {
            var line = new CsvLine(csv.LineNumber, [.. csv.Current.ToArray()], malformed.GetValueOrDefault(csv.LineNumber));
            if (line.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                lines.Add(line);
            }
        }

        var habit = new AmountHabit(
            lines.SelectMany(line => header.Columns.Zip(line.Cells).Where(pair => pair.First?.IsNumber == true).Select(pair => pair.Second)), header.IsExport);
        return [.. lines.Select(line => ToItem(line, header, habit, csv.Separator))];
    }

    static ImportItem ToItem(CsvLine line, CsvHeader header, AmountHabit habit, char separator)
    {
        var errors = new List<string>();
        if (line.Fault is not null)
        {
            errors.Add(line.Fault);
        }

        if (line.Cells.Skip(header.Columns.Count).Any(cell => cell.Length > 0))
        {
            errors.Add($"{line.Cells.Count} cells, {header.Columns.Count} columns: a cell with '{separator}' in it stands in quotes");
        }

        var json = new JsonObject();
        var state = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ((column, name), cell) in header.Columns.Zip(header.Names).Zip(line.Cells))
        {
            var value = header.IsExport ? CsvInjection.Unescape(cell) : cell;
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

    /// <summary>The separator by which the first line has most known columns; null when it names the separator itself, as Excel's "sep=;".</summary>
    public static char? FindSeparator(string text)
    {
        var first = text.AsSpan().TrimStart("\r\n \t");
        var line = first[..(first.IndexOfAny('\r', '\n') is >= 0 and var end ? end : first.Length)].ToString();
        return line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null
            : Separators.MaxBy(separator => (line.Split(separator).Count(name => CsvHeader.IsKnown(name.Trim().Trim('"'))), line.Count(c => c == separator)));
    }

    /// <summary>What is wrong with the quotes of a record; null for a quote within an unquoted cell, which is text such as 12".</summary>
    static string? Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.TextAfterClosingQuote => "text stands after the closing quote of a cell; a quote within a cell is written twice",
        CsvMalformedReason.UnterminatedQuote => "a cell begins with a quote that is never closed",
        _ => null,
    };

    sealed record CsvLine(long Number, IReadOnlyList<string> Cells, string? Fault);
}
