using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// Working days, opening hours and local times in Paris, with daylight saving and French public holidays. All methods are pure and safe for any
/// number of threads.
/// </summary>
public sealed partial class WorkingCalendar
{
    readonly HolidayYears holidays;
    readonly FrozenSet<LocalDate> closingDays;
    readonly ImmutableArray<AnnualDate> overseas;

    WorkingCalendar(DateTimeZone zone, HolidayYears holidays, FrozenSet<LocalDate> closingDays)
    {
        Zone = zone;
        this.holidays = holidays;
        this.closingDays = closingDays;
        overseas = OverseasHolidays.Of(zone);
    }

    /// <summary>The eleven public holidays of article L3133-1 of the Code du travail.</summary>
    public static WorkingCalendar France { get; } = InParis(alsaceMoselle: false);

    /// <summary>The same and Good Friday and 26 December, by article L3134-13.</summary>
    public static WorkingCalendar AlsaceMoselle { get; } = InParis(alsaceMoselle: true);

    /// <summary>Europe/Paris.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The public holiday on this day by today's law; null on an ordinary day. For the years 1 to 9999.</summary>
    public Holiday? HolidayOn(LocalDate day) => holidays.GetHoliday(day)
        ?? (overseas.Length > 0 && overseas.Contains(new AnnualDate(day.Month, day.Day)) ? Holiday.AbolitionOfSlavery : null);

    /// <summary>The same calendar, closed on these days too, such as bridges. They replace those of this calendar.</summary>
    public WorkingCalendar WithClosingDays(IEnumerable<LocalDate> days) => new(Zone, holidays, days.ToFrozenSet());

    /// <summary>The same days on the clock of another zone, with the public holidays that an overseas place has besides.</summary>
    public WorkingCalendar InZone(DateTimeZone zone) => zone.Equals(Zone) ? this : new(zone, holidays, closingDays);

    /// <summary>Whether the department is closed on this day besides weekends and public holidays.</summary>
    public bool IsClosingDay(LocalDate day) => closingDays.Contains(day);

    /// <summary>Whether the day is from Monday to Friday, no public holiday ("jour ouvré") and no closing day.</summary>
    public bool IsWorkingDay(LocalDate day) => !IsWeekend(day) && !IsClosed(day);

    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="day"/>. The day itself does not count: two working days after a Friday and
    /// after a Saturday are both Tuesday. A count of zero gives the day itself when it is a working day, else the next working day.
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

    /// <summary>The first instant at which clocks in Paris show this; 3:00 for a time that the night of March skips.</summary>
    public Instant At(LocalDate day, LocalTime time) => (day + time).ToInstant(Zone);

    /// <summary>The date and time in Paris.</summary>
    public LocalDateTime ToLocal(Instant at) => at.InZone(Zone).LocalDateTime;

    /// <summary>The date in Paris.</summary>
    public LocalDate DateOf(Instant at) => ToLocal(at).Date;

    /// <summary>The half-day in Paris.</summary>
    public HalfDay HalfDayOf(Instant at) => HalfDay.Of(ToLocal(at));

    /// <summary>
    /// The same time of day so many calendar days later, or earlier when negative. <see cref="At"/> says what the two nights of the clock change give.
    /// </summary>
    public Instant AddDays(Instant from, int days) =>
        days == 0 ? from : ToLocal(from).PlusDays(days).ToInstant(Zone); // zero keeps the second 2:30 of October

    /// <summary>
    /// The same day and time so many months later, or earlier when negative. A shorter month gives its last day: one month after
    /// 31 January is 28 or 29 February.
    /// </summary>
    public Instant AddMonths(Instant from, int months) =>
        months == 0 ? from : ToLocal(from).PlusMonths(months).ToInstant(Zone);

    static WorkingCalendar InParis(bool alsaceMoselle) =>
        new(DateTimeZoneProviders.Tzdb["Europe/Paris"], new HolidayYears(alsaceMoselle), []);

    bool IsClosed(LocalDate day) => HolidayOn(day) is not null || IsClosingDay(day);

    internal static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
