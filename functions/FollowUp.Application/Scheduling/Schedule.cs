using Cronos;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Application.Scheduling;

/// <summary>
/// When a piece of work is due. Cronos reads the expression (with seconds) off the wall; from the wall to an instant, the two odd nights of
/// the year included, it is <see cref="WorkingCalendar.At"/> as everywhere else, so that the zone tables of the machine are never asked.
/// </summary>
public sealed class Schedule
{
    /// <summary>How far a time may slide and more: no row of closed days in France is as long.</summary>
    const int MaxClosedDays = 7;

    /// <summary>Every schedule here comes round within this many days.</summary>
    const int MaxIntervalDays = 31;

    readonly CronExpression cron;
    readonly ClosedDays closed;
    readonly bool isInterval;

    Schedule(string cron, ClosedDays closed, bool isRhythm) =>
        (this.cron, this.closed, this.isInterval) = (CronExpression.Parse(cron, CronFormat.IncludeSeconds), closed, isRhythm);

    /// <summary>By the clock in Paris, at least once a month.</summary>
    public static Schedule InParis(string cron, ClosedDays closed = ClosedDays.Include) => new(cron, closed, isRhythm: false);

    /// <summary>Every so many minutes, whatever the clock on the wall shows: it neither pauses nor hurries when that is set.</summary>
    public static Schedule Interval(string cron) => new(cron, ClosedDays.Include, isRhythm: true);

    /// <summary>The first time after this instant.</summary>
    public Instant GetNext(Instant after, WorkingCalendar calendar)
    {
        var wall = isInterval ? after.InUtc().LocalDateTime : calendar.ToLocal(after);
        wall = closed == ClosedDays.MoveToNextWorkingDay ? wall.PlusDays(-MaxClosedDays) : wall;
        while (true)
        {
            wall = GetNextLocal(wall);
            if (At(wall, calendar) is { } at && at > after)
            {
                return at;
            }
        }
    }

    /// <summary>The last time after the one instant and not after the other; null when there is none. However long the stretch: one.</summary>
    public Instant? FindLatest(Instant after, Instant until, WorkingCalendar calendar)
    {
        Instant? latest = null;
        after = Instant.Max(after, until - Duration.FromDays(MaxIntervalDays));
        for (var next = GetNext(after, calendar); next <= until; next = GetNext(next, calendar))
        {
            latest = next;
        }

        return latest;
    }

    LocalDateTime GetNextLocal(LocalDateTime wall) => LocalDateTime.FromDateTime(
        cron.GetNextOccurrence(DateTime.SpecifyKind(wall.ToDateTimeUnspecified(), DateTimeKind.Utc))
        ?? throw new InvalidOperationException($"'{cron}' never comes round."));

    Instant? At(LocalDateTime wall, WorkingCalendar calendar) => closed switch
    {
        _ when isInterval => wall.InUtc().ToInstant(),
        ClosedDays.Skip when !calendar.IsWorkingDay(wall.Date) => null,
        ClosedDays.MoveToNextWorkingDay => calendar.At(calendar.AddWorkingDays(wall.Date, 0), wall.TimeOfDay),
        _ => calendar.At(wall.Date, wall.TimeOfDay),
    };
}
