using System.Globalization;

namespace FollowUp.EndToEnd.Tests;

/// <summary>The calendar as far as these tests need it. It shares no code with the product, so that a mistake there is found.</summary>
public static class TestCalendar
{
    static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateTimeOffset At(this DateOnly day, int hour, int minute)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, Paris.GetUtcOffset(local));
    }

    public static DateTimeOffset InParis(this DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Paris);

    public static DateOnly Day(this DateTimeOffset at) => DateOnly.FromDateTime(at.InParis().DateTime);

    public static string Iso(this DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static bool IsWeekend(this DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Easter is on 22 March at the earliest, so the two weeks after this day have no holiday.</summary>
    public static DateOnly FirstMondayOfMarch(DateTimeOffset now)
    {
        var day = new DateOnly(now.Month < 3 ? now.Year : now.Year + 1, 3, 1);
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The first year to come in which neither 1 May nor 14 July falls on a weekend.</summary>
    public static int YearOfWeekdayHolidays(DateTimeOffset now)
    {
        var year = now.Year + 1;
        while (new DateOnly(year, 5, 1).IsWeekend() || new DateOnly(year, 7, 14).IsWeekend())
        {
            year++;
        }

        return year;
    }

    /// <summary>The working days after the first day up to the last one, in a period without holidays.</summary>
    public static int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += day.IsWeekend() ? 0 : 1;
        }

        return count;
    }
}
