using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Simulation.Hours;

/// <summary>The clock of Paris for each hour of the simulated time: hour, weekday and month. Times are seconds of Unix time.</summary>
sealed class ClockTable
{
    readonly long origin;
    readonly (byte Hour, byte Weekday, byte Month, short Day)[] hours;

    public ClockTable(WorkingCalendar calendar, LocalDate from, LocalDate to)
    {
        origin = calendar.At(from, LocalTime.Midnight).ToUnixTimeSeconds();
        var end = calendar.At(to, LocalTime.Midnight).ToUnixTimeSeconds();
        hours = new (byte, byte, byte, short)[(end - origin) / 3600];
        for (var i = 0; i < hours.Length; i++)
        {
            var local = calendar.ToLocal(Instant.FromUnixTimeSeconds(origin + (i * 3600L)));
            hours[i] = ((byte)local.Hour, (byte)(local.DayOfWeek - 1), (byte)(local.Month - 1), (short)Period.DaysBetween(from, local.Date));
        }
    }

    /// <summary>The number of hours in the table.</summary>
    public int Length => hours.Length;

    /// <summary>The hour since the beginning that a time lies in.</summary>
    public int IndexOf(long at) => (int)Math.Clamp((at - origin) / 3600, 0, hours.Length - 1);

    /// <summary>The beginning of an hour.</summary>
    public long StartOf(int index) => origin + (index * 3600L);

    /// <summary>The hour of the day, from 0.</summary>
    public int HourAt(long at) => hours[IndexOf(at)].Hour;

    /// <summary>The weekday, 0 for Monday.</summary>
    public int WeekdayAt(long at) => hours[IndexOf(at)].Weekday;

    /// <summary>The day since the beginning.</summary>
    public int DayAt(long at) => hours[IndexOf(at)].Day;

    /// <summary>Hour of the day, weekday and month by the index of the hour, each from 0.</summary>
    public (int Hour, int Weekday, int Month) this[int index] => (hours[index].Hour, hours[index].Weekday, hours[index].Month);
}
