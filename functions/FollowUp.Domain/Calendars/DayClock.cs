using NodaTime;
using NodaTime.TimeZones;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// The clock of one day. Far from a change of the clock its times are counted from midnight, without a look at the zone; near one
/// <see cref="WorkingCalendar.At"/> gives them.
/// </summary>
readonly struct DayClock
{
    static readonly Duration OneDay = Duration.FromDays(1);

    readonly WorkingCalendar calendar;
    readonly ZoneInterval interval;
    readonly Instant midnight;
    readonly bool isEven;

    DayClock(LocalDate date, Instant midnight, ZoneInterval interval, WorkingCalendar calendar)
    {
        (Date, this.midnight, this.interval, this.calendar) = (date, midnight, interval, calendar);

        // A day before it, since a time that the clock shows twice is the first of the two.
        isEven = (!interval.HasStart || interval.Start <= midnight - OneDay) && (!interval.HasEnd || midnight + OneDay <= interval.End);
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>The day that an instant lies in.</summary>
    public static DayClock Of(Instant at, WorkingCalendar calendar)
    {
        var interval = calendar.Zone.GetZoneInterval(at);
        var local = at.WithOffset(interval.WallOffset);
        return new DayClock(local.Date, at - Duration.FromNanoseconds(local.NanosecondOfDay), interval, calendar);
    }

    /// <summary>The day after it.</summary>
    public DayClock Next()
    {
        var next = Date.PlusDays(1);
        return isEven ? new DayClock(next, midnight + OneDay, interval, calendar) : Of(calendar.At(next, LocalTime.Midnight), calendar);
    }

    /// <inheritdoc cref="WorkingCalendar.At"/>
    /// <param name="time">The time of the day.</param>
    public Instant At(LocalTime time) => isEven ? midnight + Duration.FromNanoseconds(time.NanosecondOfDay) : calendar.At(Date, time);
}
