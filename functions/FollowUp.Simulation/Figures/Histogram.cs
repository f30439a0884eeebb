namespace FollowUp.Simulation.Figures;

/// <summary>Counts of whole numbers from 0 to a highest one, which stands for all above it.</summary>
/// <param name="size">The number of values.</param>
public sealed class Histogram(int size)
{
    readonly long[] counts = new long[size];

    /// <summary>The counts by value.</summary>
    public ReadOnlySpan<long> Counts => counts;

    /// <summary>The sum of the counts.</summary>
    public long Total { get; private set; }

    /// <summary>Counts a value.</summary>
    public void Count(long value)
    {
        counts[(int)Math.Clamp(value, 0, counts.Length - 1)]++;
        Total++;
    }

    /// <summary>Adds the counts of another histogram of the same size.</summary>
    public void Add(Histogram other)
    {
        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        Total += other.Total;
    }

    /// <summary>The lowest value that at least this share of the counted ones does not exceed; null when nothing was counted.</summary>
    /// <param name="share">Hundredths, from 1 to 100.</param>
    public int? GetPercentile(int share)
    {
        var (seen, wanted) = (0L, ((Total * share) + 99) / 100);
        for (var i = 0; i < counts.Length && Total > 0; i++)
        {
            seen += counts[i];
            if (seen >= wanted) return i;
        }

        return null;
    }
}
