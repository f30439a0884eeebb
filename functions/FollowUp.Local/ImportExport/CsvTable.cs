using CsvHelper;
using FollowUp.Local.CommandLine;

namespace FollowUp.Local.ImportExport;

/// <summary>A CSV file (RFC 4180) as spreadsheets write it: with any usual separator, and with empty columns and lines at the end.</summary>
/// <param name="Names">The first line.</param>
/// <param name="Lines">The other lines that are not empty.</param>
/// <param name="Separator">The separator that was recognised.</param>
sealed record CsvTable(IReadOnlyList<string> Names, IReadOnlyList<CsvLine> Lines, char Separator)
{
    /// <summary>No field of a project is nearly as long. A longer line would cost the parser a multiple of its length.</summary>
    const int MaxLineLength = 200_000;

    static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <exception cref="CsvFormatException">The file is no CSV.</exception>
    /// <exception cref="BadArgumentException">A line is too long to be one of a table.</exception>
    public static CsvTable Read(string text)
    {
        RefuseLongLines(text);
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
        var names = csv.Headers.ToArray();
        var lines = new List<CsvLine>();
        while (csv.Read())
        {
            var line = new CsvLine(csv.LineNumber, [.. csv.Current.ToArray()], malformed.GetValueOrDefault(csv.LineNumber));
            if (line.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                lines.Add(line);
            }
        }

        return new CsvTable(names, lines, csv.Separator);
    }

    static void RefuseLongLines(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.Length > MaxLineLength)
            {
                throw new BadArgumentException($"FILE: line {number} has more than {MaxLineLength} characters, which no line of projects has. Check that the file is CSV.");
            }
        }
    }

    /// <summary>The separator by which the first line has most known columns; null when it names the separator itself, as Excel's "sep=;".</summary>
    static char? FindSeparator(string text)
    {
        var first = text.AsSpan().TrimStart("\r\n \t");
        var line = first[..(first.IndexOfAny('\r', '\n') is >= 0 and var end ? end : first.Length)].ToString();
        return line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null
            : Separators.MaxBy(separator => (line.Split(separator).Count(name => CsvHeader.IsKnown(CsvHeader.Trim(name).Trim('"'))), line.Count(c => c == separator)));
    }

    /// <summary>What is wrong with the quotes of a record; null for a quote within an unquoted cell, which is text such as 12".</summary>
    static string? Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.TextAfterClosingQuote => "text stands after the closing quote of a cell; a quote within a cell is written twice",
        CsvMalformedReason.UnterminatedQuote => "a cell begins with a quote that is never closed",
        _ => null,
    };
}
