using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// The public holidays of every year by today's law (Code du travail, L3133-1; L3134-13 for Alsace-Moselle), computed when a
/// year is first asked for and then cached. Safe for any number of threads: two that compute the same year get the same result.
/// </summary>
sealed class HolidayYears(bool alsaceMoselle)
{
    const int First = 1900;
    const int Last = 2199;
    readonly byte[]?[] years = new byte[Last - First + 1][];

    /// <summary>The holiday on this day; null on an ordinary day.</summary>
    public Holiday? GetHoliday(LocalDate day)
    {
        var value = GetYear(day.Year)[Slot(day)];
        return value == 0 ? null : (Holiday)(value - 1);
    }

    byte[] GetYear(int year)
    {
        if (year is < First or > Last) return Compute(year);
        ref var cached = ref years[year - First];
        if (Volatile.Read(ref cached) is { } holidays) return holidays;
        var computed = Compute(year);
        Volatile.Write(ref cached, computed);
        return computed;
    }

    // Each slot holds a holiday's number plus one. Zero, the initial value of an array, is an ordinary day.
    byte[] Compute(int year)
    {
        var slots = new byte[12 * 31];
        var easter = Easter.Sunday(year);

        // Movable holidays first: when Ascension falls on 1 or 8 May, as in 2008, the fixed holiday names the day.
        Mark(easter.PlusDays(1), Holiday.EasterMonday);
        Mark(easter.PlusDays(39), Holiday.Ascension);
        Mark(easter.PlusDays(50), Holiday.WhitMonday);
        Mark(new LocalDate(year, 1, 1), Holiday.NewYear);
        Mark(new LocalDate(year, 5, 1), Holiday.LabourDay);
        Mark(new LocalDate(year, 5, 8), Holiday.VictoryDay);
        Mark(new LocalDate(year, 7, 14), Holiday.BastilleDay);
        Mark(new LocalDate(year, 8, 15), Holiday.Assumption);
        Mark(new LocalDate(year, 11, 1), Holiday.AllSaints);
        Mark(new LocalDate(year, 11, 11), Holiday.Armistice);
        Mark(new LocalDate(year, 12, 25), Holiday.Christmas);
        if (alsaceMoselle)
        {
            Mark(easter.PlusDays(-2), Holiday.GoodFriday);
            Mark(new LocalDate(year, 12, 26), Holiday.SaintStephen);
        }

        return slots;

        void Mark(LocalDate day, Holiday holiday) => slots[Slot(day)] = (byte)(holiday + 1);
    }

    // By month and day, since the day of the year depends on leap years.
    static int Slot(LocalDate day) => ((day.Month - 1) * 31) + day.Day - 1;
}
