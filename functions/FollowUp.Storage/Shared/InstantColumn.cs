using System.Globalization;
using NodaTime;

namespace FollowUp.Storage.Shared;

/// <summary>
/// The stored form of an instant: nanoseconds since 1970, UTC. No instant is rounded, so a project is never found due before its wake
/// time. Instants outside the years 1678 to 2262 are stored as these bounds.
/// </summary>
static class InstantColumn
{
    static readonly Instant First = FromNanoseconds(long.MinValue);
    static readonly Instant Last = FromNanoseconds(long.MaxValue);

    public static long ToNanoseconds(Instant at) => (Instant.Max(First, Instant.Min(Last, at)) - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    public static long? ToNanoseconds(Instant? at) => at is { } instant ? ToNanoseconds(instant) : null;

    public static Instant FromNanoseconds(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

    /// <summary>Twenty digits whose ordinal order is the order of the numbers, negative ones included; for use in keys.</summary>
    public static string ToSortableDigits(long nanoseconds) => ((ulong)nanoseconds ^ (1UL << 63)).ToString("D20", CultureInfo.InvariantCulture);
}
