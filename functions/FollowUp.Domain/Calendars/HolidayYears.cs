using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// The public holidays of every year by today's law (Code du travail, L3133-1; L3134-13 for Alsace-Moselle), computed once a year and
/// kept. Threads that race for a year both compute it, to the same result, and one of the two is kept.
/// </summary>
sealed class HolidayYears(bool alsaceMoselle)
{
    const int First = 1900;
    const int Last = 2199;
    readonly byte[]?[] years = new byte[Last - First + 1][];

    public Holiday? GetHoliday(LocalDate day)
    {
        var mark = GetYear(day.Year)[Slot(day)];
        return mark == 0 ? null : (Holiday)(mark - 1);
    }

    byte[] GetYear(int year)
    {
        if (year is < First or > Last) return Compute(year);
        ref var kept = ref years[year - First];
        if (Volatile.Read(ref kept) is { } known) return known;
        var computed = Compute(year);
        Volatile.Write(ref kept, computed);
        return computed;
    }

    // Each slot holds a holiday's number plus one; zero, the value of a fresh array, is an ordinary day.
    byte[] Compute(int year)
    {
        var slots = new byte[12 * 31];
        var easter = Easter.Sunday(year);

        // Movable ones first: where Ascension falls on the 1st or the 8th of May, as in 2008, the day goes by its date.
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

    // By month and day, not by day of the year: no leap years to think of.
    static int Slot(LocalDate day) => ((day.Month - 1) * 31) + day.Day - 1;
}
