using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Tests.Calendars;

public class WorkingDayTests
{
    static readonly WorkingCalendar France = WorkingCalendar.France;

    [Theory]
    [InlineData("2026-11-23", true)] // a Monday
    [InlineData("2026-11-27", true)] // a Friday
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-29", false)]
    [InlineData("2026-05-01", false)] // a Friday
    [InlineData("2026-07-14", false)] // a Tuesday
    [InlineData("2028-02-29", true)] // a Tuesday
    public void Monday_to_Friday_is_worked_except_on_holidays(string day, bool worked) =>
        Assert.Equal(worked, France.IsWorkingDay(Paris.Day(day)));

    [Theory]
    [InlineData("2026-04-03")] // Good Friday
    [InlineData("2025-12-26")] // a Friday
    public void Alsace_Moselle_has_two_more_holidays(string day)
    {
        Assert.True(France.IsWorkingDay(Paris.Day(day)));
        Assert.False(WorkingCalendar.AlsaceMoselle.IsWorkingDay(Paris.Day(day)));
    }

    [Theory]
    [InlineData("2026-11-23", 0, "2026-11-23")]
    [InlineData("2026-11-28", 0, "2026-11-30")] // Saturday
    [InlineData("2026-07-14", 0, "2026-07-15")]
    [InlineData("2026-11-23", 1, "2026-11-24")]
    [InlineData("2026-11-27", 1, "2026-11-30")] // Friday
    [InlineData("2026-11-28", 1, "2026-11-30")] // Saturday itself is not counted, nor is Sunday
    [InlineData("2026-11-29", 2, "2026-12-01")]
    [InlineData("2026-11-23", 5, "2026-11-30")]
    [InlineData("2026-11-23", 10, "2026-12-07")]
    [InlineData("2026-04-30", 1, "2026-05-04")] // 1 May is a Friday
    [InlineData("2026-04-30", 5, "2026-05-11")] // and 8 May the next
    [InlineData("2026-07-13", 1, "2026-07-15")]
    [InlineData("2026-12-24", 2, "2026-12-29")]
    [InlineData("2028-02-28", 1, "2028-02-29")]
    [InlineData("2027-02-26", 1, "2027-03-01")]
    public void Working_days_are_counted_from_the_day_after(string from, int count, string expected) =>
        Assert.Equal(Paris.Day(expected), France.AddWorkingDays(Paris.Day(from), count));

    [Fact]
    public void Negative_number_of_working_days_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("count", () => France.AddWorkingDays(new LocalDate(2026, 11, 23), -1));
}
