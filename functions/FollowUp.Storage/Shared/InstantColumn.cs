using System.Globalization;
using NodaTime;

namespace FollowUp.Storage.Shared;

/// <summary>
/// Instants as nanoseconds since 1970, so that none is rounded, and in keys as twenty digits that sort as the instants do. Instants
/// outside the years 1678 to 2262 are taken as these bounds.
/// </summary>
static class InstantColumn
{
    static readonly Instant First = FromNanoseconds(long.MinValue);
    static readonly Instant Last = FromNanoseconds(long.MaxValue);

    public static long ToNanoseconds(Instant at) => (Instant.Max(First, Instant.Min(Last, at)) - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    public static long? ToNanoseconds(Instant? at) => at is { } instant ? ToNanoseconds(instant) : null;

    public static Instant FromNanoseconds(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

    public static string ToSortableDigits(long nanoseconds) => ((ulong)nanoseconds ^ (1UL << 63)).ToString("D20", CultureInfo.InvariantCulture);
}
