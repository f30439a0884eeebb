using NodaTime;

namespace FollowUp.Domain.Tests.Model.TwoProjects;

/// <summary>The hours of D223-9 in Paris, read naively: Monday to Friday, 10:00 to 13:00 and 14:00 to 20:00, no public holiday.</summary>
static class CallHours
{
    public static bool IsClosed(Instant at)
    {
        var local = at.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).LocalDateTime;
        var isOpen = local.TimeOfDay is var time
            && ((time >= new LocalTime(10, 0) && time < new LocalTime(13, 0)) || (time >= new LocalTime(14, 0) && time < new LocalTime(20, 0)));
        return !isOpen || local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || IsHoliday(local.Date);
    }

    static bool IsHoliday(LocalDate day) => (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
        || Period.DaysBetween(GetEaster(day.Year), day) is 1 or 39 or 50;

    /// <summary>By the algorithm of Meeus, Jones and Butcher.</summary>
    static LocalDate GetEaster(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3, h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451, n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }
}
