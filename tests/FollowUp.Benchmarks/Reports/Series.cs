namespace FollowUp.Benchmarks.Reports;

/// <summary>The figures of one row over several runs.</summary>
sealed record Series(IReadOnlyList<Figure> Runs)
{
    public Figure Median => Runs.OrderBy(r => r.Value).ElementAt(Runs.Count / 2);

    public double Low => Runs.Min(r => r.Value);

    public double High => Runs.Max(r => r.Value);

    public static IReadOnlyList<Series> Group(IEnumerable<Figure> figures) =>
        [.. figures.GroupBy(f => f.Name).Select(runs => new Series([.. runs]))];
}
