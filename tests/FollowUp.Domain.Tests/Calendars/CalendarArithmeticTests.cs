using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Tests.Calendars;

public class CalendarArithmeticTests
{
    static readonly WorkingCalendar France = WorkingCalendar.France;

    [Fact]
    public void The_calendar_is_that_of_Paris()
    {
        Assert.Equal("Europe/Paris", France.Zone.Id);
        Assert.Equal("Europe/Paris", WorkingCalendar.AlsaceMoselle.Zone.Id);
    }

    [Theory]
    [InlineData("2026-11-23 23:30 +00", "2026-11-24", "00:30")]
    [InlineData("2026-07-13 22:00 +00", "2026-07-14", "00:00")]
    [InlineData("2026-07-13 21:59 +00", "2026-07-13", "23:59")]
    public void The_day_begins_at_midnight_in_Paris(string at, string day, string time)
    {
        Assert.Equal(Paris.Day(day), France.DateOf(Paris.At(at)));
        Assert.Equal(Paris.Day(day) + Paris.Time(time), France.ToLocal(Paris.At(at)));
        Assert.Equal(Paris.At(at), France.At(Paris.Day(day), Paris.Time(time)));
    }

    [Theory]
    [InlineData("2026-11-23 10:00 +01", 1, "2026-11-24 10:00 +01")]
    [InlineData("2026-11-23 10:00 +01", -1, "2026-11-22 10:00 +01")]
    [InlineData("2026-11-23 10:00 +01", 0, "2026-11-23 10:00 +01")]
    [InlineData("2028-02-28 10:00 +01", 1, "2028-02-29 10:00 +01")]
    [InlineData("2027-02-28 10:00 +01", 1, "2027-03-01 10:00 +01")]
    [InlineData("2026-03-28 10:00 +01", 1, "2026-03-29 10:00 +02")] // 23 hours
    [InlineData("2026-10-24 10:00 +02", 1, "2026-10-25 10:00 +01")] // 25 hours
    [InlineData("2026-12-31 23:59 +01", 1, "2027-01-01 23:59 +01")]
    public void Days_keep_the_time_of_day(string from, int days, string expected) =>
        Assert.Equal(Paris.At(expected), France.AddDays(Paris.At(from), days));

    [Theory]
    [InlineData("2026-01-31 10:00 +01", 1, "2026-02-28 10:00 +01")]
    [InlineData("2028-01-31 10:00 +01", 1, "2028-02-29 10:00 +01")]
    [InlineData("2028-02-29 10:00 +01", 12, "2029-02-28 10:00 +01")]
    [InlineData("2028-02-29 10:00 +01", 48, "2032-02-29 10:00 +01")]
    [InlineData("2026-08-31 10:00 +02", 3, "2026-11-30 10:00 +01")]
    [InlineData("2026-05-31 10:00 +02", -3, "2026-02-28 10:00 +01")]
    [InlineData("2026-11-30 10:00 +01", 24, "2028-11-30 10:00 +01")]
    [InlineData("2026-02-28 02:30 +01", 1, "2026-03-28 02:30 +01")]
    [InlineData("2026-02-28 02:30 +01", 13, "2027-03-28 03:00 +02")] // skipped
    [InlineData("2026-09-25 02:30 +02", 1, "2026-10-25 02:30 +02")] // doubled
    [InlineData("2026-10-25 02:30 +01", 0, "2026-10-25 02:30 +01")]
    public void Months_keep_day_and_time_or_take_the_last_day(string from, int months, string expected) =>
        Assert.Equal(Paris.At(expected), France.AddMonths(Paris.At(from), months));

    [Theory]
    [InlineData("2026-11-23 00:00 +01", HalfDayPart.Morning)]
    [InlineData("2026-11-23 12:59 +01", HalfDayPart.Morning)]
    [InlineData("2026-11-23 13:29 +01", HalfDayPart.Morning)]
    [InlineData("2026-11-23 13:30 +01", HalfDayPart.Afternoon)]
    [InlineData("2026-11-23 23:59 +01", HalfDayPart.Afternoon)]
    public void The_afternoon_begins_in_the_middle_of_the_noon_break(string at, HalfDayPart part) =>
        Assert.Equal(new HalfDay(new LocalDate(2026, 11, 23), part), France.HalfDayOf(Paris.At(at)));
}
