using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// Instants as nanoseconds since 1970: nothing is rounded, so a project is due neither too early nor, found due and not yet so, over and
/// over again. Instants outside the years 1678 to 2262 are taken as these bounds.
/// </summary>
static class StoredInstant
{
    static readonly Instant First = FromNanoseconds(long.MinValue);
    static readonly Instant Last = FromNanoseconds(long.MaxValue);

    public static long ToNanoseconds(Instant at) => (Instant.Max(First, Instant.Min(Last, at)) - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    public static long? ToNanoseconds(Instant? at) => at is { } instant ? ToNanoseconds(instant) : null;

    public static Instant FromNanoseconds(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);
}
