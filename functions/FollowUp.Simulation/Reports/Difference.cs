namespace FollowUp.Simulation.Reports;

/// <summary>The difference that the second cadence makes, on the same people.</summary>
/// <param name="Mean">The mean of the runs' differences; null when no run has one.</param>
/// <param name="Low">The lower end of the interval that holds the true mean with a probability of 99 %.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Verdict">Whether it is worth believing.</param>
public readonly record struct Difference(double? Mean, double? Low, double? High, Verdict Verdict)
{
    /// <summary>Two-sided 99 % quantiles of Student's t for 1 to 30 degrees of freedom.</summary>
    static readonly double[] Student =
    [
        63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.250, 3.169, 3.106, 3.055, 3.012, 2.977, 2.947,
        2.921, 2.898, 2.878, 2.861, 2.845, 2.831, 2.819, 2.807, 2.797, 2.787, 2.779, 2.771, 2.763, 2.756, 2.750,
    ];

    /// <summary>The difference by the pairs of runs with the same people (paired t interval).</summary>
    public static Difference Of(IEnumerable<double?> first, IEnumerable<double?> second)
    {
        var differences = first.Zip(second).Where(p => p is { First: not null, Second: not null }).Select(p => p.Second!.Value - p.First!.Value).ToArray();
        if (differences.Length == 0) return new Difference(null, null, null, Verdict.Unclear);
        var mean = differences.Sum() / differences.Length;
        if (differences.All(d => d == 0)) return new Difference(0, 0, 0, Verdict.Same);
        if (differences.Length == 1) return new Difference(mean, null, null, Verdict.Unclear);

        var freedom = differences.Length - 1;
        var half = (freedom <= Student.Length ? Student[freedom - 1] : 2.66)
            * Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / freedom / differences.Length);
        return new Difference(mean, mean - half, mean + half, mean - half > 0 ? Verdict.Higher : mean + half < 0 ? Verdict.Lower : Verdict.Unclear);
    }
}
