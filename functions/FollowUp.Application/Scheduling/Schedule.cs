using Cronos;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Application.Scheduling;

/// <summary>
/// When a job is due. Cronos finds the next local time of an expression with seconds; <see cref="WorkingCalendar.At"/> turns it into an instant,
/// also in the two nights in which the clocks change, so that the time zone data of the machine are not used. Immutable.
/// </summary>
public sealed class Schedule
{
    /// <summary>More than the longest series of closed days in France.</summary>
    const int MaxClosedDays = 7;

    /// <summary>More than the time between two occurrences of any schedule.</summary>
    const int MaxIntervalDays = 31;

    readonly CronExpression cron;
    readonly ClosedDays closed;
    readonly bool isInterval;

    Schedule(string cron, ClosedDays closed, bool isInterval) =>
        (this.cron, this.closed, this.isInterval) = (CronExpression.Parse(cron, CronFormat.IncludeSeconds), closed, isInterval);

    /// <summary>A schedule in the time of Paris, with an occurrence at least once a month.</summary>
    public static Schedule InParis(string cron, ClosedDays closed = ClosedDays.Include) => new(cron, closed, isInterval: false);

    /// <summary>A schedule in UTC, for intervals that stay the same when the clocks change.</summary>
    public static Schedule Interval(string cron) => new(cron, ClosedDays.Include, isInterval: true);

    /// <summary>The first occurrence after an instant.</summary>
    public Instant GetNext(Instant after, WorkingCalendar calendar)
    {
        var local = isInterval ? after.InUtc().LocalDateTime : calendar.ToLocal(after);
        local = closed == ClosedDays.MoveToNextWorkingDay ? local.PlusDays(-MaxClosedDays) : local;
        while (true)
        {
            local = GetNextLocal(local);
            if (At(local, calendar) is { } at && at > after)
            {
                return at;
            }
        }
    }

    /// <summary>The last occurrence after <paramref name="after"/> and not after <paramref name="until"/>; null when there is none.</summary>
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

    LocalDateTime GetNextLocal(LocalDateTime local) => LocalDateTime.FromDateTime(
        cron.GetNextOccurrence(DateTime.SpecifyKind(local.ToDateTimeUnspecified(), DateTimeKind.Utc))
        ?? throw new InvalidOperationException($"The schedule '{cron}' has no further occurrence."));

    Instant? At(LocalDateTime local, WorkingCalendar calendar) => closed switch
    {
        _ when isInterval => local.InUtc().ToInstant(),
        ClosedDays.Skip when !calendar.IsWorkingDay(local.Date) => null,
        ClosedDays.MoveToNextWorkingDay => calendar.At(calendar.AddWorkingDays(local.Date, 0), local.TimeOfDay),
        _ => calendar.At(local.Date, local.TimeOfDay),
    };
}
