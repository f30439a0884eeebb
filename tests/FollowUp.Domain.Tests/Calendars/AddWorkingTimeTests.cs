using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Tests.Calendars;

public class AddWorkingTimeTests
{
    static readonly WorkingCalendar France = WorkingCalendar.France;

    // Companies are open eight hours a day: 9:00–12:30 and 14:00–18:30.
    [Theory]
    [InlineData("2026-11-23 09:00 +01", 60, "2026-11-23 10:00 +01")]
    [InlineData("2026-11-23 07:00 +01", 60, "2026-11-23 10:00 +01")]
    [InlineData("2026-11-23 12:00 +01", 60, "2026-11-23 14:30 +01")]
    [InlineData("2026-11-23 18:00 +01", 60, "2026-11-24 09:30 +01")]
    [InlineData("2026-11-27 18:00 +01", 60, "2026-11-30 09:30 +01")] // over a weekend
    [InlineData("2026-11-28 11:00 +01", 60, "2026-11-30 10:00 +01")]
    [InlineData("2026-07-13 18:00 +02", 60, "2026-07-15 09:30 +02")] // over Bastille Day
    [InlineData("2026-04-30 18:00 +02", 60, "2026-05-04 09:30 +02")] // over a long weekend
    [InlineData("2026-03-27 18:00 +01", 60, "2026-03-30 09:30 +02")] // over the night of March
    [InlineData("2026-10-23 18:00 +02", 60, "2026-10-26 09:30 +01")] // over the night of October
    [InlineData("2026-11-23 09:00 +01", 480, "2026-11-24 09:00 +01")]
    [InlineData("2026-11-23 11:00 +01", 2400, "2026-11-30 11:00 +01")] // five days' worth
    public void Only_open_time_counts(string from, int minutes, string expected)
    {
        var amount = Duration.FromMinutes(minutes);
        Assert.Equal(Paris.At(expected), France.AddWorkingTime(Paris.At(from), amount, Paris.CompanyCalls));
        Assert.Equal(amount, France.OpenTimeBetween(Paris.At(from), Paris.At(expected), Paris.CompanyCalls));
        Assert.Equal(Duration.Zero, France.OpenTimeBetween(Paris.At(expected), Paris.At(from), Paris.CompanyCalls));
    }

    [Theory]
    [InlineData("2026-11-23 11:30 +01", "2026-11-23 14:00 +01")]
    [InlineData("2026-11-23 17:30 +01", "2026-11-24 09:00 +01")]
    [InlineData("2026-11-27 17:30 +01", "2026-11-30 09:00 +01")]
    public void Ending_with_the_window_means_the_start_of_the_next(string from, string expected) =>
        Assert.Equal(Paris.At(expected), France.AddWorkingTime(Paris.At(from), Duration.FromHours(1), Paris.CompanyCalls));

    [Fact]
    public void Zero_time_gives_the_next_open_instant()
    {
        var open = Paris.At("2026-11-23 10:00 +01");
        var shut = Paris.At("2026-11-23 18:30 +01");
        Assert.Equal(open, France.AddWorkingTime(open, Duration.Zero, Paris.CompanyCalls));
        Assert.Equal(Paris.At("2026-11-24 09:00 +01"), France.AddWorkingTime(shut, Duration.Zero, Paris.CompanyCalls));
    }

    [Fact]
    public void Touching_windows_count_as_one()
    {
        var hours = OpeningHours.MondayToFriday(Paris.Window("09:00", "12:00"), Paris.Window("12:00", "14:00"));
        var eleven = Paris.At("2026-11-23 11:00 +01");
        Assert.Equal(Paris.At("2026-11-23 12:00 +01"), France.AddWorkingTime(eleven, Duration.FromHours(1), hours));
        Assert.Equal(Paris.At("2026-11-23 13:00 +01"), France.AddWorkingTime(eleven, Duration.FromHours(2), hours));
    }

    [Fact]
    public void Working_time_on_one_day_a_week_over_ten_years()
    {
        var mondays = Paris.Only(IsoDayOfWeek.Monday, "09:00", "10:00");
        var end = France.AddWorkingTime(Paris.At("2026-11-16 09:00 +01"), Duration.FromHours(499), mondays);
        Assert.Equal(Paris.At("2037-02-02 09:00 +01"), end); // 533 Mondays on, 34 of them holidays
    }

    [Fact]
    public void Negative_time_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "amount",
            () => France.AddWorkingTime(Paris.At("2026-11-23 10:00 +01"), -Duration.Epsilon, Paris.CompanyCalls));
}
