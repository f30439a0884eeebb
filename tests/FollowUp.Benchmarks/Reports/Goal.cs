namespace FollowUp.Benchmarks.Reports;

/// <summary>A goal for a figure.</summary>
/// <param name="Text">The goal in words.</param>
/// <param name="IsReached">Judges value and floor.</param>
sealed record Goal(string Text, Func<double, double?, bool> IsReached)
{
    public static Goal AtMost(double limit, string unit) => new($"≤ {Number.Format(limit)} {unit}", (value, _) => value <= limit);

    public static Goal AtLeast(double limit, string unit, double shareOfFloor) => new(
        $"≥ {Number.Format(limit)}{unit} and ≥ {Number.Format(shareOfFloor * 100)} % of the floor", (value, floor) => value >= limit && value >= shareOfFloor * floor);

    public static Goal AtLeast(double limit, string unit) => new($"≥ {Number.Format(limit)}{unit}", (value, _) => value >= limit);
}
