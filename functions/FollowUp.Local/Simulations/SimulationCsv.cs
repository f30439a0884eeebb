using System.Globalization;
using System.Text.Json;
using CsvHelper;
using FollowUp.Simulation.Reports;

namespace FollowUp.Local.Simulations;

/// <summary>A report as CSV: a row a metric, with a point as the decimal sign.</summary>
static class SimulationCsv
{
    static readonly string[] Columns = ["metric", "unit", "p10", "p50", "p90"];
    static readonly string[] ComparedColumns = [.. Columns, "against-p10", "against-p50", "against-p90", "difference", "low99", "high99", "verdict"];

    public static void Write(SimulationReport report, TextWriter output)
    {
        using var csv = CsvWriter.Create(output, CsvWriterOptions.Default, leaveOpen: true);
        WriteRow(csv, report.Against is null ? Columns : ComparedColumns);
        foreach (var line in report.Lines) WriteRow(csv, GetFields(line));
        csv.Flush();
    }

    static void WriteRow(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields) csv.WriteField(field);
        csv.EndRecord();
    }

    static string[] GetFields(ReportLine line)
    {
        string[] alone = [line.Metric.Name, GetName(line.Metric.Unit), .. GetFields(line.Band)];
        return line is { Against: { } against, Difference: { } difference }
            ? [.. alone, .. GetFields(against), Format(difference.Mean), Format(difference.Low), Format(difference.High), GetName(difference.Verdict)]
            : alone;
    }

    static string[] GetFields(Band band) => [Format(band.Low), Format(band.Median), Format(band.High)];

    static string GetName<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    static string Format(double? value) => value is { } number ? Math.Round((decimal)number, 5).ToString(CultureInfo.InvariantCulture) : "";
}
