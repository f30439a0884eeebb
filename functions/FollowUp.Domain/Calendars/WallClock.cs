using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// From a time on the wall to an instant, on the two nights a year when that is not one to one. In March the clock leaps from 2:00 to
/// 3:00: whoever asks for 2:30 gets 3:00, the first instant after the gap. In October it runs from 2:00 to 3:00 twice: whoever asks for
/// 2:30 gets the first of the two.
/// </summary>
static class WallClock
{
    // Written out, because DateTimeZone.MapLocal allocates its answer and this runs several times a decision. It relies on a zone not
    // changing its offset twice within a day, which Paris never did.
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
