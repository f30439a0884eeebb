using System.Collections.Immutable;
using CsCheck;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Tests.Properties;
using NodaTime;
using NodaTime.TimeZones;

namespace FollowUp.Domain.Tests.Calendars;

/// <summary>What holds for any hours, any instant from 2025 to 2035 and any amount of time, nights of changing clocks included.</summary>
public class OpenTimePropertyTests
{
    static readonly Instant[] Changes =
    [
        .. WorkingCalendar.France.Zone.GetZoneIntervals(Paris.At("2025-01-01 00:00 +00"), Paris.At("2036-01-01 00:00 +00"))
            .Skip(1).Select(interval => interval.Start),
    ];

    static readonly Gen<WorkingCalendar> Calendars = Gen.OneOf(WorkingCalendar.France, WorkingCalendar.AlsaceMoselle);

    static readonly Gen<Instant> Instants = Gen.OneOf(
        Gen.Long[0, 11L * 365 * 24 * 60].Select(minutes => Paris.At("2025-01-01 00:00 +00") + Duration.FromMinutes(minutes)),
        Gen.Select(Gen.OneOf(Changes), Gen.Int[-180, 180]).Select(t => t.Item1 + Duration.FromMinutes(t.Item2)));

    static readonly Gen<OpeningHours> Hours = Gen.OneOf(
        Gen.OneOf(Paris.CompanyCalls, Paris.PersonCalls, Paris.Mails),
        Gen.Select(Gen.Int[1, 127], Gen.Int[0, 95].HashSet[2, 6], (days, quarters) => new OpeningHours(Days(days), Windows(quarters))));

    static readonly Gen<Duration> Amounts = Gen.Int[0, 60 * 24 * 4].Select(minutes => Duration.FromMinutes(minutes));

    [Fact]
    public void Local_time_resolves_as_in_NodaTime()
    {
        var resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
        Gen.Select(Calendars, Instants).Sample((calendar, at) =>
        {
            var wall = at.InUtc().LocalDateTime;
            return calendar.At(wall.Date, wall.TimeOfDay) == calendar.Zone.ResolveLocal(wall, resolver).ToInstant();
        }, iter: RandomLives.Cases);
    }

    [Fact]
    public void Open_means_a_local_time_in_a_window_of_an_open_day() =>
        Gen.Select(Calendars, Instants, Hours).Where((_, at, _) => !IsOddNight(at)).Sample((calendar, at, hours) =>
        {
            var (day, time) = at.InZone(calendar.Zone).LocalDateTime;
            return calendar.IsOpen(at, hours)
                == (hours.Days.Contains(day.DayOfWeek)
                    && calendar.HolidayOn(day) is null
                    && hours.Windows.Any(w => w.From <= time && time < w.To));
        }, iter: RandomLives.Cases);

    [Fact]
    public void Adjusted_date_is_the_first_open_instant() =>
        Gen.Select(Calendars, Instants, Hours, Gen.Double.Unit).Sample((calendar, from, hours, part) =>
        {
            var slide = calendar.NextOpen(from, hours);
            return calendar.IsOpen(slide.At, hours)
                && slide.At >= from
                && (slide.At == from) == calendar.IsOpen(from, hours)
                && (slide.At == from || !calendar.IsOpen(from + ((slide.At - from) * part), hours))
                && (slide.At == from || !calendar.IsOpen(slide.At - Duration.Epsilon, hours));
        }, iter: RandomLives.Cases);

    [Fact]
    public void Cause_of_an_adjustment_is_true() =>
        Gen.Select(Calendars, Instants, Hours).Sample((calendar, from, hours) =>
        {
            var slide = calendar.NextOpen(from, hours);
            var holiday = DaysBetween(calendar.DateOf(from), calendar.DateOf(slide.At))
                .Where(day => hours.Includes(day.DayOfWeek) && calendar.HolidayOn(day) is not null)
                .Cast<LocalDate?>().FirstOrDefault();
            return slide.Cause switch
            {
                AdjustmentCause.None => slide.At == from && slide.ClosedOn is null,
                AdjustmentCause.Holiday => slide.ClosedOn == holiday && slide.Holiday == calendar.HolidayOn(holiday!.Value),
                AdjustmentCause.OutsideHours => holiday is null && slide.ClosedOn is null && hours.Includes(calendar.DateOf(from).DayOfWeek),
                _ => holiday is null && slide.ClosedOn == calendar.DateOf(from) && !hours.Includes(calendar.DateOf(from).DayOfWeek)
                    && (slide.Cause == AdjustmentCause.Weekend) == (slide.ClosedOn!.Value.DayOfWeek >= IsoDayOfWeek.Saturday),
            } && (slide.Holiday is null) == (slide.Cause != AdjustmentCause.Holiday);
        }, iter: RandomLives.Cases);

    [Fact]
    public void Adjusted_dates_keep_their_order() =>
        Gen.Select(Calendars, Instants, Amounts, Hours).Sample((calendar, from, later, hours) =>
            calendar.NextOpen(from, hours).At <= calendar.NextOpen(from + later, hours).At, iter: RandomLives.Cases);

    /// <summary>What waits for one opening leaves it at its own minute, the same whenever it is reckoned and wherever it came from; no day is lost by it.</summary>
    [Fact]
    public void Jitter_is_the_projects_own_minute_inside_the_window_that_opens() =>
        Gen.Select(Calendars, Instants, Amounts, Hours, Gen.Int[1, 500]).Sample((calendar, from, later, hours, n) =>
        {
            var (open, spread) = (calendar.NextOpen(from, hours), Jitter.NextOpen($"P-{n}", from, hours, calendar));
            var later2 = Jitter.NextOpen($"P-{n}", from + later, hours, calendar);
            return calendar.IsOpen(spread.At, hours)
                && spread == Jitter.NextOpen($"P-{n}", from, hours, calendar)
                && (open.At == from ? spread == open : spread.At >= open.At && spread.At < open.At + Duration.FromMinutes(90) && spread with { At = open.At } == open)
                && (open.At == from || calendar.NextOpen(from + later, hours).At != open.At || from + later >= open.At || spread.At == later2.At)
                && calendar.DateOf(spread.At) <= calendar.DateOf(later2.At);
        }, iter: RandomLives.Cases);

    [Fact]
    public void Working_time_ends_open_and_never_before_it_began() =>
        Gen.Select(Calendars, Instants, Amounts, Hours).Sample((calendar, from, amount, hours) =>
        {
            var end = calendar.AddWorkingTime(from, amount, hours);
            return calendar.IsOpen(end, hours) && end >= from + amount;
        }, iter: RandomLives.Cases / 5);

    [Fact]
    public void Working_time_can_be_added_in_two_parts() =>
        Gen.Select(Calendars, Instants, Amounts, Amounts, Hours).Sample((calendar, from, one, two, hours) =>
            calendar.AddWorkingTime(from, one + two, hours)
                == calendar.AddWorkingTime(calendar.AddWorkingTime(from, one, hours), two, hours), iter: RandomLives.Cases / 5);

    [Fact]
    public void A_later_start_or_more_work_never_ends_earlier() =>
        Gen.Select(Calendars, Instants, Amounts, Amounts, Hours).Sample((calendar, from, later, amount, hours) =>
        {
            var end = calendar.AddWorkingTime(from, amount, hours);
            return end <= calendar.AddWorkingTime(from + later, amount, hours)
                && end <= calendar.AddWorkingTime(from, amount + later, hours);
        }, iter: RandomLives.Cases / 5);

    [Fact]
    public void Working_time_is_the_open_minutes_in_between() =>
        Gen.Select(Calendars, Instants, Gen.Int[0, 600], Hours).Sample((calendar, from, minutes, hours) =>
        {
            var end = calendar.AddWorkingTime(from, Duration.FromMinutes(minutes), hours);
            var open = 0;
            for (var at = from; at < end; at += Duration.FromMinutes(1))
            {
                if (calendar.IsOpen(at, hours)) open++;
            }

            return open == minutes;
        }, iter: RandomLives.Cases / 200);

    [Fact]
    public void Working_days_can_be_added_in_two_parts() =>
        Gen.Select(Calendars, Instants, Gen.Int[1, 30], Gen.Int[0, 30]).Sample((calendar, from, one, two) =>
        {
            var end = calendar.AddWorkingDays(calendar.DateOf(from), one + two);
            return calendar.IsWorkingDay(end)
                && end == calendar.AddWorkingDays(calendar.AddWorkingDays(calendar.DateOf(from), one), two)
                && DaysBetween(calendar.DateOf(from).PlusDays(1), end.PlusDays(1)).Count(calendar.IsWorkingDay) == one + two;
        }, iter: RandomLives.Cases / 5);

    [Fact]
    public void Intersection_is_open_exactly_when_both_are() =>
        Gen.Select(Calendars, Instants, Hours, Hours).Where((_, at, _, _) => !IsOddNight(at)).Sample((calendar, at, one, other) =>
        {
            var both = one.Intersect(other);
            return Equals(both, other.Intersect(one))
                && (both is not null && calendar.IsOpen(at, both)) == (calendar.IsOpen(at, one) && calendar.IsOpen(at, other));
        }, iter: RandomLives.Cases);

    // The few hours in which the wall clock alone does not say what is open.
    static bool IsOddNight(Instant at) =>
        Changes.Any(change => change - Duration.FromHours(2) <= at && at <= change + Duration.FromHours(2));

    static IEnumerable<LocalDate> DaysBetween(LocalDate from, LocalDate to)
    {
        for (var day = from; day < to; day = day.PlusDays(1)) yield return day;
    }

    static ImmutableArray<IsoDayOfWeek> Days(int mask) =>
        [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && (mask & (1 << ((int)day - 1))) != 0)];

    // Distinct quarters of an hour in order, taken in pairs.
    static ImmutableArray<DailyWindow> Windows(HashSet<int> quarters) =>
        [.. quarters.Order().Chunk(2).Where(pair => pair.Length == 2).Select(pair => new DailyWindow(Quarter(pair[0]), Quarter(pair[1])))];

    static LocalTime Quarter(int n) => LocalTime.Midnight.PlusMinutes(15 * n);
}
