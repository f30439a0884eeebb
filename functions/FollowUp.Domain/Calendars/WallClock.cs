using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// Maps a local time to an instant. In the night of March the clock goes from 2:00 to 3:00, so 2:30 does not exist: it maps to 3:00, the first
/// instant after the gap. In the night of October it shows 2:00 to 3:00 twice: 2:30 maps to the first of the two.
/// </summary>
static class WallClock
{
    // DateTimeZone.MapLocal allocates its result, and this runs several times a decision. OpenTimePropertyTests holds that both agree. It
    // requires that a zone does not change its offset twice within a day, which Europe/Paris never did.
    public static Instant ToInstant(this LocalDateTime local, DateTimeZone zone)
    {
        var asUtc = local.WithOffset(Offset.Zero).ToInstant();
        var before = zone.GetZoneInterval(asUtc - Duration.FromDays(1));
        var early = asUtc - ToDuration(before.WallOffset);
        if (!before.HasEnd || early < before.End) return early;
        var late = asUtc - ToDuration(zone.GetZoneInterval(before.End).WallOffset);
        return Instant.Max(late, before.End);
    }

    static Duration ToDuration(Offset offset) => Duration.FromTicks(offset.Ticks);
}
