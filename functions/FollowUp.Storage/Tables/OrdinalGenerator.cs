using System.Globalization;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Increasing numbers, unique within the process: the UTC time in ticks of 100 ns, or the last number plus one. Safe for use by several
/// threads at once.
/// </summary>
sealed class OrdinalGenerator(TimeProvider time)
{
    readonly Lock gate = new();
    long last;

    public long Next()
    {
        lock (gate) return last = Math.Max(last + 1, time.GetUtcNow().UtcTicks);
    }

    /// <summary>Nineteen digits that sort in reverse, so that rows with greater numbers come first.</summary>
    public static string FormatNewestFirst(long ordinal) => (long.MaxValue - ordinal).ToString("D19", CultureInfo.InvariantCulture);
}
