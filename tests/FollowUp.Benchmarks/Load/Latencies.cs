namespace FollowUp.Benchmarks.Load;

/// <summary>Times of many requests, in milliseconds.</summary>
sealed class Latencies(IEnumerable<double> milliseconds)
{
    readonly double[] sorted = [.. milliseconds.Order()];

    /// <param name="share">From 0 to 1: 0.99 is the time that one request in a hundred exceeds.</param>
    public double GetPercentile(double share) => sorted[Math.Min((int)(share * sorted.Length), sorted.Length - 1)];

    /// <summary>Requests a second when one follows the other.</summary>
    public double Rate => 1000 * sorted.Length / sorted.Sum();
}
