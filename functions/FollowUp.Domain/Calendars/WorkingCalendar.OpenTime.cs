using NodaTime;

namespace FollowUp.Domain.Calendars;

// Open time, by one idea: each window of each open day is one stretch of real time, from the instant at which the clock first shows its
// beginning to the one at which it first shows its end. A window over October's doubled hour is an hour longer, one over March's
// skipped hour an hour shorter, one inside the skipped hour does not take place, and stretches never overlap.
public sealed partial class WorkingCalendar
{
    // Far beyond any row of holidays: even hours of one day a week find an open one within the month.
    const int SearchDays = 2 * 366;

    /// <summary>Whether these hours are open at this instant; never on a public holiday.</summary>
    public bool IsOpen(Instant at, OpeningHours hours)
    {
        var day = DateOf(at);
        if (!IsOpenOn(day, hours)) return false;
        foreach (var window in hours.Windows)
        {
            if (At(day, window.From) <= at && at < At(day, window.To)) return true;
        }

        return false;
    }

    /// <summary>The wanted instant when it is open, else the start of the next window, with the reason.</summary>
    /// <exception cref="InvalidOperationException">Nothing opens within two years, which valid hours cannot bring about.</exception>
    public DateAdjustment NextOpen(Instant from, OpeningHours hours)
    {
        var next = GetNextOpenInterval(from, hours);
        if (next.From <= from) return new DateAdjustment(from, AdjustmentCause.None, null, null);

        var wanted = DateOf(from);
        for (var day = wanted; day < next.Day; day = day.PlusDays(1))
        {
            // A holiday on a day that was closed anyway moves nothing, so it explains nothing.
            if (hours.Includes(day.DayOfWeek) && HolidayOn(day) is { } holiday)
                return new DateAdjustment(next.From, AdjustmentCause.Holiday, day, holiday);
        }

        if (hours.Includes(wanted.DayOfWeek)) return new DateAdjustment(next.From, AdjustmentCause.OutsideHours, null, null);
        return new DateAdjustment(next.From, IsWeekend(wanted) ? AdjustmentCause.Weekend : AdjustmentCause.ClosedDay, wanted, null);
    }

    /// <summary>
    /// The instant by which this much open time has passed since <paramref name="from"/>, in elapsed hours, not those on the wall. Work
    /// that would end as a window does is finished at the start of the next, so the answer is always open.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <exception cref="InvalidOperationException">Nothing opens within two years, which valid hours cannot bring about.</exception>
    public Instant AddWorkingTime(Instant from, Duration amount, OpeningHours hours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, Duration.Zero);
        while (true)
        {
            var stretch = GetNextOpenInterval(from, hours);
            from = Instant.Max(from, stretch.From);
            var left = stretch.To - from;
            if (amount < left) return from + amount;
            amount -= left;
            from = stretch.To;
        }
    }

    /// <summary>How much open time lies between two instants, in elapsed hours; zero when the second is not after the first.</summary>
    public Duration OpenTimeBetween(Instant from, Instant to, OpeningHours hours)
    {
        var open = Duration.Zero;
        while (from < to)
        {
            var stretch = GetNextOpenInterval(from, hours);
            from = Instant.Max(from, stretch.From);
            if (from < to) open += Instant.Min(to, stretch.To) - from;
            from = stretch.To;
        }

        return open;
    }

    bool IsOpenOn(LocalDate day, OpeningHours hours) => hours.Includes(day.DayOfWeek) && HolidayOn(day) is null;

    // The first stretch that is not over yet.
    OpenInterval GetNextOpenInterval(Instant from, OpeningHours hours)
    {
        var day = DateOf(from);
        for (var walked = 0; walked <= SearchDays; walked++, day = day.PlusDays(1))
        {
            if (!IsOpenOn(day, hours)) continue;
            foreach (var window in hours.Windows)
            {
                var (start, end) = (At(day, window.From), At(day, window.To));
                if (from < end && start < end) return new OpenInterval(start, end, day);
            }
        }

        throw new InvalidOperationException($"Nothing opens within two years of {from}: {hours}.");
    }

    readonly record struct OpenInterval(Instant From, Instant To, LocalDate Day);
}
