using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Tests.Calendars;

/// <summary>
/// The two odd nights of every year from 2025 to 2035: the last Sundays of March and October (directive 2000/84/EC), written out. Instants
/// are given in UTC, where both changes happen at 01:00.
/// </summary>
public class DaylightSavingTests
{
    static readonly WorkingCalendar France = WorkingCalendar.France;

    public static TheoryData<string> March =>
    [
        "2025-03-30", "2026-03-29", "2027-03-28", "2028-03-26", "2029-03-25", "2030-03-31",
        "2031-03-30", "2032-03-28", "2033-03-27", "2034-03-26", "2035-03-25",
    ];

    public static TheoryData<string> October =>
    [
        "2025-10-26", "2026-10-25", "2027-10-31", "2028-10-29", "2029-10-28", "2030-10-27",
        "2031-10-26", "2032-10-31", "2033-10-30", "2034-10-29", "2035-10-28",
    ];

    [Theory]
    [MemberData(nameof(March))]
    public void A_time_in_the_skipped_hour_is_three_o_clock(string sunday)
    {
        foreach (var skipped in new[] { "02:00", "02:01", "02:30", "02:59" }) Assert.Equal(Utc(sunday, "01:00"), Wall(sunday, skipped));
        Assert.Equal(Utc(sunday, "00:59"), Wall(sunday, "01:59"));
        Assert.Equal(Utc(sunday, "01:00"), Wall(sunday, "03:00"));
        Assert.Equal(Utc(sunday, "01:01"), Wall(sunday, "03:01"));
    }

    [Theory]
    [MemberData(nameof(October))]
    public void A_time_in_the_doubled_hour_is_the_first_of_the_two(string sunday)
    {
        Assert.Equal(Utc(sunday, "00:00"), Wall(sunday, "02:00"));
        Assert.Equal(Utc(sunday, "00:30"), Wall(sunday, "02:30"));
        Assert.Equal(Utc(sunday, "00:59"), Wall(sunday, "02:59"));
        Assert.Equal(Utc(sunday, "02:00"), Wall(sunday, "03:00"));
        Assert.Equal(Utc(sunday, "00:00") - Duration.FromMinutes(1), Wall(sunday, "01:59"));
    }

    [Theory]
    [MemberData(nameof(March))]
    public void Days_that_lead_into_the_skipped_hour_end_after_it(string sunday)
    {
        Assert.Equal(Utc(sunday, "01:00"), France.AddDays(Wall(sunday, "02:30", days: -1), 1));
        Assert.Equal(Utc(sunday, "01:00"), France.AddDays(Wall(sunday, "02:30", days: -30), 30));
        Assert.Equal(Utc(sunday, "01:00"), France.AddDays(Wall(sunday, "02:30", days: 1), -1));
        Assert.Equal(Duration.FromHours(23), France.AddDays(Wall(sunday, "12:00", days: -1), 1) - Wall(sunday, "12:00", days: -1));
    }

    [Theory]
    [MemberData(nameof(October))]
    public void Days_that_lead_into_the_doubled_hour_end_in_the_first(string sunday)
    {
        Assert.Equal(Utc(sunday, "00:30"), France.AddDays(Wall(sunday, "02:30", days: -1), 1));
        Assert.Equal(Utc(sunday, "00:30"), France.AddDays(Wall(sunday, "02:30", days: 1), -1));
        Assert.Equal(Duration.FromHours(25), France.AddDays(Wall(sunday, "12:00", days: -1), 1) - Wall(sunday, "12:00", days: -1));

        var second = Utc(sunday, "01:30");
        Assert.Equal(Paris.Day(sunday) + Paris.Time("02:30"), France.ToLocal(second));
        Assert.Equal(second, France.AddDays(second, 0));
        Assert.Equal(second + Duration.FromDays(1), France.AddDays(second, 1));
    }

    [Theory]
    [MemberData(nameof(March))]
    public void A_window_over_the_skipped_hour_is_an_hour_shorter(string sunday)
    {
        var night = Paris.Only(IsoDayOfWeek.Sunday, "01:00", "04:00");
        var opens = Utc(sunday, "00:00");
        Assert.Equal(Utc(sunday, "01:30"), France.AddWorkingTime(opens, Duration.FromMinutes(90), night));
        Assert.True(France.IsOpen(Utc(sunday, "01:59"), night));
        Assert.False(France.IsOpen(Utc(sunday, "02:00"), night));
        Assert.Equal(Wall(sunday, "01:00", days: 7), France.AddWorkingTime(opens, Duration.FromHours(2), night));
    }

    [Theory]
    [MemberData(nameof(October))]
    public void A_window_over_the_doubled_hour_is_an_hour_longer(string sunday)
    {
        var night = Paris.Only(IsoDayOfWeek.Sunday, "01:00", "04:00");
        var opens = Wall(sunday, "01:00");
        Assert.Equal(Utc(sunday, "02:30"), France.AddWorkingTime(opens, Duration.FromMinutes(210), night));
        Assert.True(France.IsOpen(Utc(sunday, "02:59"), night));
        Assert.False(France.IsOpen(Utc(sunday, "03:00"), night));
        Assert.Equal(SundayAfter(sunday, "01:00"), France.AddWorkingTime(opens, Duration.FromHours(4), night));
    }

    [Theory]
    [MemberData(nameof(March))]
    public void A_window_that_begins_in_the_skipped_hour_opens_after_it(string sunday)
    {
        var hours = Paris.Only(IsoDayOfWeek.Sunday, "02:30", "05:00");
        Assert.Equal(
            new DateAdjustment(Utc(sunday, "01:00"), AdjustmentCause.OutsideHours, null, null),
            France.NextOpen(Utc(sunday, "00:15"), hours));
        Assert.Equal(Utc(sunday, "02:00"), France.AddWorkingTime(Utc(sunday, "00:15"), Duration.FromHours(1), hours));
    }

    [Theory]
    [MemberData(nameof(March))]
    public void Window_inside_the_skipped_hour_is_empty(string sunday)
    {
        var hours = Paris.Only(IsoDayOfWeek.Sunday, "02:15", "02:45");
        Assert.Equal(Wall(sunday, "02:15", days: 7), France.NextOpen(Utc(sunday, "00:30"), hours).At);
        Assert.Equal(Wall(sunday, "02:15", days: 7), France.NextOpen(Utc(sunday, "01:00"), hours).At);
        Assert.False(France.IsOpen(Utc(sunday, "01:00"), hours));
    }

    [Theory]
    [MemberData(nameof(October))]
    public void Window_inside_the_repeated_hour_is_open_once(string sunday)
    {
        var hours = Paris.Only(IsoDayOfWeek.Sunday, "02:15", "02:45");
        Assert.True(France.IsOpen(Utc(sunday, "00:15"), hours));
        Assert.False(France.IsOpen(Utc(sunday, "01:15"), hours));
        Assert.Equal(Utc(sunday, "00:15"), France.NextOpen(Utc(sunday, "00:00"), hours).At);
        Assert.Equal(SundayAfter(sunday, "02:15"), France.NextOpen(Utc(sunday, "01:15"), hours).At);
    }

    [Theory]
    [MemberData(nameof(October))]
    public void A_window_that_begins_in_the_doubled_hour_stays_open_through_the_second(string sunday)
    {
        var hours = Paris.Only(IsoDayOfWeek.Sunday, "02:30", "04:00");
        Assert.Equal(Utc(sunday, "00:30"), France.NextOpen(Utc(sunday, "00:00"), hours).At);
        Assert.Equal(
            new DateAdjustment(Utc(sunday, "01:15"), AdjustmentCause.None, null, null),
            France.NextOpen(Utc(sunday, "01:15"), hours));
    }

    [Theory]
    [MemberData(nameof(March))]
    [MemberData(nameof(October))]
    public void Mail_due_in_the_night_of_the_clock_change_waits_for_the_opening(string sunday)
    {
        var slide = France.NextOpen(Utc(sunday, "01:00"), Paris.Mails);
        Assert.Equal(France.AddWorkingDays(Paris.Day(sunday), 1) + Paris.Time("08:00"), France.ToLocal(slide.At));

        // The Monday after is Easter Monday in 2027, 2032 and 2035, and the first of November in 2027 and 2032.
        var holiday = sunday is "2027-03-28" or "2032-03-28" or "2035-03-25" or "2027-10-31" or "2032-10-31";
        Assert.Equal(holiday ? AdjustmentCause.Holiday : AdjustmentCause.Weekend, slide.Cause);
    }

    // In 2026 the Sunday after the night of October is All Saints' Day.
    static Instant SundayAfter(string sunday, string time) => Wall(sunday, time, days: sunday == "2026-10-25" ? 14 : 7);

    static Instant Utc(string day, string time) => Paris.At($"{day} {time} +00");

    static Instant Wall(string day, string time, int days = 0) => France.At(Paris.Day(day).PlusDays(days), Paris.Time(time));
}
