using Cronos;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Application;

/// <summary>
/// When a piece of work is due. Cronos reads the expression (with seconds) off the wall; from the wall to an instant, the two odd nights of
/// the year included, it is <see cref="WorkingCalendar.At"/> as everywhere else, so that the zone tables of the machine are never asked.
/// </summary>
public sealed class Schedule
{
    /// <summary>How far a time may slide and more: no row of closed days in France is as long.</summary>
    const int LongestSlide = 7;

    /// <summary>Every schedule here comes round within this many days.</summary>
    const int Round = 31;

    readonly CronExpression cron;
    readonly ClosedDays closed;
    readonly bool isRhythm;

    Schedule(string cron, ClosedDays closed, bool isRhythm) =>
        (this.cron, this.closed, this.isRhythm) = (CronExpression.Parse(cron, CronFormat.IncludeSeconds), closed, isRhythm);

    /// <summary>By the clock in Paris, at least once a month.</summary>
    public static Schedule InParis(string cron, ClosedDays closed = ClosedDays.Count) => new(cron, closed, isRhythm: false);

    /// <summary>Every so many minutes, whatever the clock on the wall shows: it neither pauses nor hurries when that is set.</summary>
    public static Schedule Rhythm(string cron) => new(cron, ClosedDays.Count, isRhythm: true);

    /// <summary>The first time after this instant.</summary>
    public Instant Next(Instant after, WorkingCalendar calendar)
    {
        var wall = isRhythm ? after.InUtc().LocalDateTime : calendar.ToLocal(after);
        wall = closed == ClosedDays.Slide ? wall.PlusDays(-LongestSlide) : wall;
        while (true)
        {
            wall = NextOnTheWall(wall);
            if (At(wall, calendar) is { } at && at > after)
            {
                return at;
            }
        }
    }

    /// <summary>The last time after the one instant and not after the other; null when there is none. However long the stretch: one.</summary>
    public Instant? Latest(Instant after, Instant until, WorkingCalendar calendar)
    {
        Instant? latest = null;
        after = Instant.Max(after, until - Duration.FromDays(Round));
        for (var next = Next(after, calendar); next <= until; next = Next(next, calendar))
        {
            latest = next;
        }

        return latest;
    }

    LocalDateTime NextOnTheWall(LocalDateTime wall) => LocalDateTime.FromDateTime(
        cron.GetNextOccurrence(DateTime.SpecifyKind(wall.ToDateTimeUnspecified(), DateTimeKind.Utc))
        ?? throw new InvalidOperationException($"'{cron}' never comes round."));

    Instant? At(LocalDateTime wall, WorkingCalendar calendar) => closed switch
    {
        _ when isRhythm => wall.InUtc().ToInstant(),
        ClosedDays.Skip when !calendar.IsWorkingDay(wall.Date) => null,
        ClosedDays.Slide => calendar.At(calendar.AddWorkingDays(wall.Date, 0), wall.TimeOfDay),
        _ => calendar.At(wall.Date, wall.TimeOfDay),
    };
}
