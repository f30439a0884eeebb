using System.Diagnostics;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Calendars;

public class HolidayTests
{
    // Easter Monday, Ascension, Whit Monday, Good Friday: as published by Etalab (jours-feries-france-data) up to 2027, and for the later
    // years as python-dateutil has Easter.
    public static TheoryData<string, string, string, string> Movable => new()
    {
        { "2025-04-21", "2025-05-29", "2025-06-09", "2025-04-18" },
        { "2026-04-06", "2026-05-14", "2026-05-25", "2026-04-03" },
        { "2027-03-29", "2027-05-06", "2027-05-17", "2027-03-26" },
        { "2028-04-17", "2028-05-25", "2028-06-05", "2028-04-14" },
        { "2029-04-02", "2029-05-10", "2029-05-21", "2029-03-30" },
        { "2030-04-22", "2030-05-30", "2030-06-10", "2030-04-19" },
        { "2031-04-14", "2031-05-22", "2031-06-02", "2031-04-11" },
        { "2032-03-29", "2032-05-06", "2032-05-17", "2032-03-26" },
        { "2033-04-18", "2033-05-26", "2033-06-06", "2033-04-15" },
        { "2034-04-10", "2034-05-18", "2034-05-29", "2034-04-07" },
        { "2035-03-26", "2035-05-03", "2035-05-14", "2035-03-23" },
    };

    [Theory]
    [MemberData(nameof(Movable))]
    public void Every_year_has_the_published_holidays_and_no_other(
        string easterMonday, string ascension, string whitMonday, string goodFriday)
    {
        var year = Paris.Day(easterMonday).Year;
        var published = Fixed(year);
        published.Add(Paris.Day(easterMonday), Holiday.EasterMonday);
        published.Add(Paris.Day(ascension), Holiday.Ascension);
        published.Add(Paris.Day(whitMonday), Holiday.WhitMonday);
        Assert.Equal(published, HolidaysOf(WorkingCalendar.France, year));

        published.Add(Paris.Day(goodFriday), Holiday.GoodFriday);
        published.Add(new LocalDate(year, 12, 26), Holiday.SaintStephen);
        Assert.Equal(published, HolidaysOf(WorkingCalendar.AlsaceMoselle, year));
    }

    // The edges of Easter's range, and the years that break simpler formulas (1954, 1981, 2049, 2076).
    [Theory]
    [InlineData("1704-03-23")]
    [InlineData("1881-04-17")]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    [InlineData("2100-03-28")]
    [InlineData("2204-04-22")]
    [InlineData("2205-04-07")]
    [InlineData("2213-04-11")]
    [InlineData("2285-03-22")]
    public void Easter_Monday_follows_Easter_in_far_years_too(string easter)
    {
        Assert.Equal(Holiday.EasterMonday, WorkingCalendar.France.HolidayOn(Paris.Day(easter).PlusDays(1)));
        Assert.NotEqual(Holiday.EasterMonday, WorkingCalendar.France.HolidayOn(Paris.Day(easter).PlusDays(8)));
    }

    [Theory]
    [InlineData(1899)]
    [InlineData(1900)]
    [InlineData(2199)]
    [InlineData(2200)]
    public void Years_at_and_beyond_the_edges_of_the_cache_have_their_holidays(int year)
    {
        Assert.Equal(11, HolidaysOf(WorkingCalendar.France, year).Count);

        // The first look computes them, the second may find them in the cache.
        Assert.Equal(HolidaysOf(WorkingCalendar.France, year), HolidaysOf(WorkingCalendar.France, year));
    }

    [Theory]
    [InlineData("2026-04-03", "2026-12-26")]
    [InlineData("2204-04-20", "2204-12-26")]
    public void Alsace_and_Moselle_have_two_more_and_the_rest_of_France_has_not(string goodFriday, string saintStephen)
    {
        Assert.Equal(13, HolidaysOf(WorkingCalendar.AlsaceMoselle, Paris.Day(goodFriday).Year).Count);
        Assert.Equal(Holiday.GoodFriday, WorkingCalendar.AlsaceMoselle.HolidayOn(Paris.Day(goodFriday)));
        Assert.Equal(Holiday.SaintStephen, WorkingCalendar.AlsaceMoselle.HolidayOn(Paris.Day(saintStephen)));
        Assert.Null(WorkingCalendar.France.HolidayOn(Paris.Day(goodFriday)));
        Assert.Null(WorkingCalendar.France.HolidayOn(Paris.Day(saintStephen)));
    }

    [Fact]
    public void Ascension_on_the_first_of_May_goes_by_Labour_Day() =>
        Assert.Equal(Holiday.LabourDay, WorkingCalendar.France.HolidayOn(new LocalDate(2008, 5, 1)));

    [Fact]
    public void Threads_that_race_for_a_year_get_the_same_holidays()
    {
        var days = Enumerable.Range(0, 366).Select(n => new LocalDate(2144, 1, 1).PlusDays(n)).ToArray();
        var answers = new Holiday?[8][];
        Parallel.For(0, answers.Length, n => answers[n] = [.. days.Select(WorkingCalendar.AlsaceMoselle.HolidayOn)]);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(13, answers[0].Count(holiday => holiday is not null));
    }

    [Theory]
    [InlineData(Holiday.NewYear, "le jour de l’An", "New Year’s Day")]
    [InlineData(Holiday.EasterMonday, "le lundi de Pâques", "Easter Monday")]
    [InlineData(Holiday.LabourDay, "le 1er Mai", "Labour Day")]
    [InlineData(Holiday.VictoryDay, "le 8 Mai", "Victory Day")]
    [InlineData(Holiday.Ascension, "l’Ascension", "Ascension Day")]
    [InlineData(Holiday.WhitMonday, "le lundi de Pentecôte", "Whit Monday")]
    [InlineData(Holiday.BastilleDay, "le 14 Juillet", "Bastille Day")]
    [InlineData(Holiday.Assumption, "l’Assomption", "Assumption Day")]
    [InlineData(Holiday.AllSaints, "la Toussaint", "All Saints’ Day")]
    [InlineData(Holiday.Armistice, "le 11 Novembre", "Armistice Day")]
    [InlineData(Holiday.Christmas, "Noël", "Christmas Day")]
    [InlineData(Holiday.GoodFriday, "le Vendredi saint", "Good Friday")]
    [InlineData(Holiday.SaintStephen, "la Saint-Étienne", "Saint Stephen’s Day")]
    public void A_holiday_has_a_name_in_both_languages(Holiday holiday, string french, string english)
    {
        Assert.Equal(french, holiday.In(Language.French));
        Assert.Equal(english, holiday.In(Language.English));
    }

    [Fact]
    public void Undefined_holiday_or_language_throws()
    {
        Assert.Throws<UnreachableException>(() => ((Holiday)999).In(Language.French));
        Assert.Throws<UnreachableException>(() => Holiday.NewYear.In((Language)2));
    }

    static SortedDictionary<LocalDate, Holiday> Fixed(int year) => new()
    {
        [new LocalDate(year, 1, 1)] = Holiday.NewYear,
        [new LocalDate(year, 5, 1)] = Holiday.LabourDay,
        [new LocalDate(year, 5, 8)] = Holiday.VictoryDay,
        [new LocalDate(year, 7, 14)] = Holiday.BastilleDay,
        [new LocalDate(year, 8, 15)] = Holiday.Assumption,
        [new LocalDate(year, 11, 1)] = Holiday.AllSaints,
        [new LocalDate(year, 11, 11)] = Holiday.Armistice,
        [new LocalDate(year, 12, 25)] = Holiday.Christmas,
    };

    static SortedDictionary<LocalDate, Holiday> HolidaysOf(WorkingCalendar calendar, int year)
    {
        var found = new SortedDictionary<LocalDate, Holiday>();
        for (var day = new LocalDate(year, 1, 1); day.Year == year; day = day.PlusDays(1))
        {
            if (calendar.HolidayOn(day) is { } holiday) found.Add(day, holiday);
        }

        return found;
    }
}
