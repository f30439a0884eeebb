using System.Globalization;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Instants as nanoseconds since 1970, so that none is rounded, and in keys as twenty digits that sort as the instants do. Instants
/// outside the years 1678 to 2262 are taken as these bounds.
/// </summary>
static class SortableInstant
{
    static readonly Instant First = Read(long.MinValue);
    static readonly Instant Last = Read(long.MaxValue);

    public static long Write(Instant at) => (Instant.Max(First, Instant.Min(Last, at)) - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    public static long? Write(Instant? at) => at is { } instant ? Write(instant) : null;

    public static Instant Read(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

    public static string Digits(long nanoseconds) => ((ulong)nanoseconds ^ (1UL << 63)).ToString("D20", CultureInfo.InvariantCulture);
}
