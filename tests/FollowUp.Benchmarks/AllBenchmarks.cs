using FollowUp.Benchmarks.Reports;
using FollowUp.Benchmarks.Rows;

namespace FollowUp.Benchmarks;

/// <summary>Measures every row several times and writes the table.</summary>
static class AllBenchmarks
{
    static readonly (string Name, Func<int, Task<IEnumerable<Figure>>> Measure)[] Groups =
    [
        ("decisions", _ => Task.FromResult(DecisionRows.Measure())),
        ("commands", _ => CommandRows.Measure()),
        ("http", _ => HttpRows.Measure()),
        ("due", _ => DueRows.Measure()),
        ("day", _ => DayRows.Measure()),
        ("cadence", CadenceRows.Measure),
        ("board", _ => BoardRows.Measure()),
        ("store", StoreRows.Measure),
        ("program", _ => ProgramRows.Measure()),
    ];

    /// <param name="options"><c>--runs N</c> (5), <c>--projects N</c> (100000: how many wait in the large file), <c>--only GROUP</c>, <c>--out FOLDER</c> (docs).</param>
    public static async Task<int> Run(string[] options)
    {
        var (machine, rows) = (Machine.Describe(), await Measure(options));
        var folder = GetOption(options, "--out") ?? "docs";
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.md"), Report.FormatMarkdown(machine, rows));
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.json"), Report.FormatJson(rows));
        Console.WriteLine(Report.FormatMarkdown(machine, rows));
        return 0;
    }

    /// <summary>Measures again and prints what moved by more than noise.</summary>
    public static async Task<int> Compare(string baseline, string[] options)
    {
        var before = Report.ParseJson(await File.ReadAllTextAsync(baseline));
        var moved = Report.Compare(before, await Measure(options)).ToList();
        foreach (var line in moved) Console.WriteLine(line);
        Console.WriteLine(moved.Count == 0 ? "Nothing moved by more than noise." : $"{moved.Count} moved.");
        return moved.Exists(line => line.StartsWith("worse", StringComparison.Ordinal)) ? 1 : 0;
    }

    static async Task<IReadOnlyList<Series>> Measure(string[] options)
    {
        var runs = int.Parse(GetOption(options, "--runs") ?? "5", System.Globalization.CultureInfo.InvariantCulture);
        var projects = int.Parse(GetOption(options, "--projects") ?? "100000", System.Globalization.CultureInfo.InvariantCulture);
        var only = GetOption(options, "--only");
        var figures = new List<Figure>();
        foreach (var (name, measure) in Groups.Where(g => only is null || g.Name == only))
        {
            for (var run = 1; run <= runs; run++)
            {
                await Console.Error.WriteLineAsync($"{name}, run {run} of {runs}");
                figures.AddRange(await measure(projects));
            }
        }

        return Series.Group(figures);
    }

    static string? GetOption(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;
}
