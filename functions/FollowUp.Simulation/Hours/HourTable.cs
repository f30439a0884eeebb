using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Simulation.Hours;

/// <summary>
/// The opening hours of the whole simulated time, computed once by <see cref="WorkingCalendar"/>. Times are seconds of Unix time. Beyond the end the
/// hours count as closed for ever.
/// </summary>
sealed class HourTable
{
    const int DaySeconds = 86_400;

    readonly long origin;
    readonly long[] starts;
    readonly long[] ends;

    /// <summary>The open seconds before each interval.</summary>
    readonly long[] openBefore;

    /// <summary>By the day since the origin: the first interval that ends after the day began.</summary>
    readonly int[] firstOfDay;

    public HourTable(WorkingCalendar calendar, OpeningHours hours, LocalDate from, LocalDate to)
    {
        var (begins, stops, before) = (new List<long>(), new List<long>(), new List<long>());
        var open = 0L;
        for (var day = from; day < to; day = day.PlusDays(1))
        {
            if (!hours.Includes(day.DayOfWeek) || calendar.HolidayOn(day) is not null || calendar.IsClosingDay(day)) continue;
            foreach (var window in hours.Windows)
            {
                var (start, end) = (calendar.At(day, window.From).ToUnixTimeSeconds(), calendar.At(day, window.To).ToUnixTimeSeconds());
                if (start >= end) continue;
                begins.Add(start);
                stops.Add(end);
                before.Add(open);
                open += end - start;
            }
        }

        (starts, ends, openBefore) = ([.. begins], [.. stops], [.. before]);
        origin = calendar.At(from, LocalTime.Midnight).ToUnixTimeSeconds();
        firstOfDay = new int[Period.DaysBetween(from, to) + 2];
        for (var (day, next) = (0, 0); day < firstOfDay.Length; day++)
        {
            while (next < ends.Length && ends[next] <= origin + ((long)day * DaySeconds)) next++;
            firstOfDay[day] = next;
        }
    }

    /// <summary>Whether the hours are open.</summary>
    public bool IsOpen(long at) => Find(at) is var i && i < starts.Length && starts[i] <= at;

    /// <summary>The time itself when the hours are open, else the next opening; <see cref="long.MaxValue"/> when there is none any more.</summary>
    public long NextOpen(long at)
    {
        var i = Find(at);
        return i < starts.Length ? Math.Max(at, starts[i]) : long.MaxValue;
    }

    /// <summary>The open seconds from one time to a later one.</summary>
    public long OpenBetween(long from, long to) => to <= from ? 0 : OpenUntil(to) - OpenUntil(from);

    long OpenUntil(long at)
    {
        var i = Find(at);
        return i >= starts.Length ? openBefore[^1] + ends[^1] - starts[^1] : openBefore[i] + Math.Max(0, at - starts[i]);
    }

    /// <summary>The first interval that ends after a time.</summary>
    int Find(long at)
    {
        var day = (at - origin) / DaySeconds;
        if (day < 0) return 0;
        if (day >= firstOfDay.Length) return starts.Length;
        var i = firstOfDay[day];
        while (i < ends.Length && ends[i] <= at) i++;
        return i;
    }
}
