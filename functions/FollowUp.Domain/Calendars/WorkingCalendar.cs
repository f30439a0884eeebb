using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// When the department and its clients are at work: Paris time, daylight saving included, and French public holidays. All of it is pure
/// arithmetic over the given instants, safe for any number of threads.
/// </summary>
public sealed partial class WorkingCalendar
{
    readonly HolidayYears holidays;

    WorkingCalendar(DateTimeZone zone, HolidayYears holidays)
    {
        Zone = zone;
        this.holidays = holidays;
    }

    /// <summary>The eleven public holidays of article L3133-1 of the Code du travail.</summary>
    public static WorkingCalendar France { get; } = InParis(alsaceMoselle: false);

    /// <summary>The same and two more, Good Friday and 26 December, by article L3134-13.</summary>
    public static WorkingCalendar AlsaceMoselle { get; } = InParis(alsaceMoselle: true);

    public DateTimeZone Zone { get; }

    /// <summary>The public holiday on this day, years 1 to 9999, by today's law; null on an ordinary day.</summary>
    public Holiday? HolidayOn(LocalDate day) => holidays.GetHoliday(day);

    /// <summary>True from Monday to Friday except on a public holiday: the "jours ouvrés" of French usage.</summary>
    public bool IsWorkingDay(LocalDate day) => !IsWeekend(day) && HolidayOn(day) is null;

    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="day"/>, which is not counted itself, working or not: two working
    /// days from a Friday or a Saturday are both Tuesday. With a count of zero the day itself if it is a working one, else the next.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public LocalDate AddWorkingDays(LocalDate day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0 && IsWorkingDay(day)) return day;
        for (var left = Math.Max(count, 1); left > 0;)
        {
            day = day.PlusDays(1);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>The same time of day so many working days later; see <see cref="AddWorkingDays(LocalDate, int)"/> for what counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Instant AddWorkingDays(Instant from, int count)
    {
        var local = ToLocal(from);
        return At(AddWorkingDays(local.Date, count), local.TimeOfDay);
    }

    /// <summary>The instant at which clocks in Paris first show this; 3:00 for a time that the night of March skips.</summary>
    public Instant At(LocalDate day, LocalTime time) => (day + time).ToInstant(Zone);

    public LocalDateTime ToLocal(Instant at) => at.InZone(Zone).LocalDateTime;

    public LocalDate DateOf(Instant at) => ToLocal(at).Date;

    public HalfDay HalfDayOf(Instant at) => HalfDay.Of(ToLocal(at));

    /// <summary>
    /// The same time of day so many calendar days later, or earlier when negative; see <see cref="At"/> for the two odd nights.
    /// </summary>
    public Instant AddDays(Instant from, int days) =>
        days == 0 ? from : ToLocal(from).PlusDays(days).ToInstant(Zone); // zero must not turn the second 2:30 of October into the first

    /// <summary>
    /// The same day and time so many months later, or earlier when negative. A month too short gives its last day: one month from
    /// 31 January is 28 or 29 February.
    /// </summary>
    public Instant AddMonths(Instant from, int months) =>
        months == 0 ? from : ToLocal(from).PlusMonths(months).ToInstant(Zone);

    static WorkingCalendar InParis(bool alsaceMoselle) =>
        new(DateTimeZoneProviders.Tzdb["Europe/Paris"], new HolidayYears(alsaceMoselle));

    internal static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
