using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// Easter Sunday of the Gregorian calendar: the Sunday after the first ecclesiastical full moon on or after 21 March. The "anonymous"
/// algorithm, published in Nature in 1876, in Butcher's Ecclesiastical Calendar and in Meeus, Astronomical Algorithms, chapter 8; the
/// letters are Meeus's. It holds for every year of the Gregorian calendar.
/// </summary>
static class Easter
{
    public static LocalDate Sunday(int year)
    {
        var a = year % 19; // place in the moon's cycle of 19 years
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30; // days from 21 March to the full moon
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7; // days from there to the Sunday
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
