using NodaTime;

namespace FollowUp.Domain.Calendars;

// Each window of each open day is one interval of instants, from the first instant at which the clock shows its start to the first at which it
// shows its end. A window over the repeated hour of October is an hour longer, one over the skipped hour of March an hour shorter, and one
// inside the skipped hour is empty. Intervals never overlap.
public sealed partial class WorkingCalendar
{
    // A bound that valid hours never reach: even hours of one day a week open within a month.
    const int SearchDays = 2 * 366;

    /// <summary>Whether these hours are open at this instant. A public holiday and a closing day are closed.</summary>
    public bool IsOpen(Instant at, OpeningHours hours)
    {
        var day = DayClock.Of(at, this);
        if (!IsOpenOn(day.Date, hours)) return false;
        foreach (var window in hours.Windows)
        {
            if (day.At(window.From) <= at && at < day.At(window.To)) return true;
        }

        return false;
    }

    /// <summary>The wanted instant when it is open, else the start of the next window, with the reason.</summary>
    /// <exception cref="InvalidOperationException">Nothing opens within two years, which valid hours never cause.</exception>
    public DateAdjustment NextOpen(Instant from, OpeningHours hours)
    {
        var next = GetNextOpenInterval(from, hours);
        if (next.From <= from) return new DateAdjustment(from, AdjustmentCause.None, null, null);

        var wanted = DateOf(from);
        for (var day = wanted; day < next.Day; day = day.PlusDays(1))
        {
            // A holiday on a day that these hours leave out did not move the date.
            if (!hours.Includes(day.DayOfWeek)) continue;
            if (HolidayOn(day) is { } holiday) return new DateAdjustment(next.From, AdjustmentCause.Holiday, day, holiday);
            if (IsClosingDay(day)) return new DateAdjustment(next.From, AdjustmentCause.ClosedDay, day, null);
        }

        if (hours.Includes(wanted.DayOfWeek)) return new DateAdjustment(next.From, AdjustmentCause.OutsideHours, null, null);
        return new DateAdjustment(next.From, IsWeekend(wanted) ? AdjustmentCause.Weekend : AdjustmentCause.ClosedDay, wanted, null);
    }

    /// <summary>
    /// The instant at which this much open time has elapsed since <paramref name="from"/>. When it ends together with a window, the result is
    /// the start of the next window, so the result is always open.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <exception cref="InvalidOperationException">Nothing opens within two years, which valid hours never cause.</exception>
    public Instant AddWorkingTime(Instant from, Duration amount, OpeningHours hours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, Duration.Zero);
        while (true)
        {
            var interval = GetNextOpenInterval(from, hours);
            from = Instant.Max(from, interval.From);
            var left = interval.To - from;
            if (amount < left) return from + amount;
            amount -= left;
            from = interval.To;
        }
    }

    /// <summary>The open time between two instants, as elapsed time; zero when the second is not after the first.</summary>
    public Duration OpenTimeBetween(Instant from, Instant to, OpeningHours hours)
    {
        var open = Duration.Zero;
        while (from < to)
        {
            var interval = GetNextOpenInterval(from, hours);
            from = Instant.Max(from, interval.From);
            if (from < to) open += Instant.Min(to, interval.To) - from;
            from = interval.To;
        }

        return open;
    }

    bool IsOpenOn(LocalDate day, OpeningHours hours) => hours.Includes(day.DayOfWeek) && !IsClosed(day);

    /// <summary>The first interval that ends after an instant.</summary>
    OpenInterval GetNextOpenInterval(Instant from, OpeningHours hours)
    {
        var day = DayClock.Of(from, this);
        for (var searched = 0; searched <= SearchDays; searched++, day = day.Next())
        {
            if (!IsOpenOn(day.Date, hours)) continue;
            foreach (var window in hours.Windows)
            {
                var (start, end) = (day.At(window.From), day.At(window.To));
                if (from < end && start < end) return new OpenInterval(start, end, day.Date);
            }
        }

        throw new InvalidOperationException($"Nothing opens within two years of {from}: {hours}");
    }

    readonly record struct OpenInterval(Instant From, Instant To, LocalDate Day);
}
