using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Tests.Calendars;

/// <summary>Days on which the department is closed besides weekends and public holidays.</summary>
public sealed class ClosingDayTests
{
    // Thursday 6 May 2027 is Ascension.
    static readonly LocalDate Bridge = Paris.Day("2027-05-07");
    static readonly WorkingCalendar Calendar = WorkingCalendar.France.WithClosingDays([Bridge]);

    [Fact]
    public void Closing_day_is_no_working_day()
    {
        Assert.True(WorkingCalendar.France.IsWorkingDay(Bridge));
        Assert.False(Calendar.IsWorkingDay(Bridge));
        Assert.Equal(Paris.Day("2027-05-10"), Calendar.AddWorkingDays(Paris.Day("2027-05-05"), 1));
    }

    [Fact]
    public void Contact_on_a_closing_day_moves_to_the_next_open_day() => Assert.Equal(
        new DateAdjustment(Paris.At("2027-05-10 09:00 +02"), AdjustmentCause.ClosedDay, Bridge, null),
        Calendar.NextOpen(Paris.At("2027-05-07 10:00 +02"), DefaultCadence.Company.Calls));

    [Fact]
    public void Open_time_leaves_a_closing_day_out() => Assert.Equal(
        Duration.Zero, Calendar.OpenTimeBetween(Paris.At("2027-05-07 08:00 +02"), Paris.At("2027-05-07 20:00 +02"), DefaultCadence.Company.Calls));

    [Fact]
    public void Holiday_before_a_closing_day_is_the_reason_that_is_given() => Assert.Equal(
        AdjustmentCause.Holiday, Calendar.NextOpen(Paris.At("2027-05-06 10:00 +02"), DefaultCadence.Company.Calls).Cause);
}
