using System.Globalization;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Numbers that grow with time, no two of one process alike: what was written later has the greater one. In keys they are turned round,
/// so that the newest comes first.
/// </summary>
sealed class OrdinalGenerator(TimeProvider time)
{
    readonly Lock gate = new();
    long last;

    public long Next()
    {
        lock (gate) return last = Math.Max(last + 1, time.GetUtcNow().UtcTicks);
    }

    public static string FormatNewestFirst(long ordinal) => (long.MaxValue - ordinal).ToString("D19", CultureInfo.InvariantCulture);
}
