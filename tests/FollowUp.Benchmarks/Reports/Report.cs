using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FollowUp.Benchmarks.Reports;

/// <summary>The table that <c>all</c> writes, for readers and for <c>compare</c>.</summary>
static class Report
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>One row as it is kept for a comparison.</summary>
    public sealed record Row(string Name, string Unit, double Median, double Low, double High);

    public static string FormatMarkdown(Machine machine, IReadOnlyList<Series> rows)
    {
        var text = new StringBuilder();
        var runs = rows.Max(r => r.Runs.Count);
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Benchmarks

            `dotnet run -c Release --project tests/FollowUp.Benchmarks -- all` wrote this table; `-- compare docs/benchmarks.json` measures again and prints what moved by more
            than noise. Each figure is the median of {runs} {(runs == 1 ? "run" : "runs")}, with the lowest and the highest. A floor is what the same machine gave in the same run to the least
            that does the same work: `tests/FollowUp.Benchmarks/Floors` has each.

            {machine.Cores} cores, {machine.Processor}; {machine.System}; commit `{machine.Commit}`; {machine.Date}; load average {(machine.Load is { } load ? Number.Format(load) : "unknown")}
            when it began.

            | what | figure | lowest to highest | floor | of the floor | goal | reached |
            |---|---|---|---|---|---|---|

            """);
        foreach (var row in rows)
        {
            var f = row.Median;
            var unit = f.Unit.StartsWith('/') ? f.Unit : $" {f.Unit}";
            text.Append("| ").Append(f.Name).Append(" | ").Append(Number.Format(f.Value)).Append(unit)
                .Append(" | ").Append(row.Runs.Count == 1 ? "" : $"{Number.Format(row.Low)} to {Number.Format(row.High)}")
                .Append(" | ").Append(f.Floor is { } floor ? Number.Format(floor) + unit : "")
                .Append(" | ").Append(f.Ratio is { } ratio ? (ratio < 2 ? $"{Number.Format(ratio * 100)} %" : $"{Number.Format(ratio)} ×") : "")
                .Append(" | ").Append(f.Goal?.Text)
                .Append(" | ").Append(f.Goal is null ? "" : f.Goal.IsReached(f.Value, f.Floor) ? "yes" : "no").Append(" |\n");
        }

        return text.ToString();
    }

    public static string FormatJson(IReadOnlyList<Series> rows) =>
        JsonSerializer.Serialize(rows.Select(r => new Row(r.Median.Name, r.Median.Unit, r.Median.Value, r.Low, r.High)), Json) + "\n";

    public static IReadOnlyList<Row> ParseJson(string json) => JsonSerializer.Deserialize<List<Row>>(json)!;

    /// <summary>What moved: the median of one lies outside all runs of the other, and by more than a tenth.</summary>
    public static IEnumerable<string> Compare(IReadOnlyList<Row> baseline, IReadOnlyList<Series> now)
    {
        foreach (var row in now)
        {
            if (baseline.FirstOrDefault(b => b.Name == row.Median.Name) is not { } before)
            {
                yield return $"new      {row.Median.Name}: {Number.Format(row.Median.Value)} {row.Median.Unit}";
                continue;
            }

            var share = row.Median.Value / before.Median;
            if (row.Median.Value >= before.Low && row.Median.Value <= before.High || Math.Abs(share - 1) < 0.1)
            {
                continue;
            }

            var isBetter = share > 1 == row.Median.IsMoreBetter;
            yield return $"{(isBetter ? "better" : "worse"),-8} {row.Median.Name}: {Number.Format(before.Median)} → {Number.Format(row.Median.Value)} {row.Median.Unit} ({Number.Format((share - 1) * 100)} %)";
        }
    }
}
