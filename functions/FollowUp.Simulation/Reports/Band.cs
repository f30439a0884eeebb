namespace FollowUp.Simulation.Reports;

/// <summary>The values of a metric over the runs.</summary>
/// <param name="Low">A tenth of the runs is not above it.</param>
/// <param name="Median">Half of the runs is not above it.</param>
/// <param name="High">Nine tenths of the runs are not above it.</param>
public readonly record struct Band(double? Low, double? Median, double? High)
{
    /// <summary>The band of these values; runs without a value are left out.</summary>
    public static Band Of(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToArray();
        return sorted.Length == 0 ? default : new Band(At(sorted, 0.1), At(sorted, 0.5), At(sorted, 0.9));
    }

    /// <summary>Linear between the two nearest values (Hyndman and Fan 1996, definition 7).</summary>
    static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
