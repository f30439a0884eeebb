using CsCheck;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Tests.Calendars;
using NodaTime;

namespace FollowUp.Application.Tests.Scheduling;

/// <summary>When work is due: by the clock in Paris, on the two odd nights and around holidays too.</summary>
public class ScheduleTests
{
    static readonly WorkingCalendar France = WorkingCalendar.France;

    static readonly Schedule Digest = Schedule.InParis("0 30 7 * * MON-FRI", ClosedDays.Skip);
    static readonly Schedule Report = Schedule.InParis(JobSchedules.MondayMorning, ClosedDays.MoveToNextWorkingDay);
    static readonly Schedule Night = Schedule.InParis("0 30 2 * * *");
    static readonly Schedule Interval = Schedule.Interval(JobSchedules.EveryFiveMinutes);

    [Theory]
    [InlineData("2026-03-27 07:30 +01", "2026-03-30 07:30 +02")] // over the night of March
    [InlineData("2026-10-23 07:30 +02", "2026-10-26 07:30 +01")] // over that of October
    [InlineData("2026-07-13 07:30 +02", "2026-07-15 07:30 +02")] // the fourteenth of July is skipped
    [InlineData("2026-12-24 07:30 +01", "2026-12-28 07:30 +01")] // Christmas, a Friday, and the weekend behind it
    [InlineData("2026-11-30 07:29 +01", "2026-11-30 07:30 +01")]
    public void A_digest_is_due_at_half_past_seven_in_Paris_on_business_days(string after, string due) =>
        Assert.Equal(Paris.At(due), Digest.GetNext(Paris.At(after), France));

    [Theory]
    [InlineData("2026-11-23 08:00 +01", "2026-11-30 08:00 +01")]
    [InlineData("2026-03-30 08:00 +02", "2026-04-07 08:00 +02")] // Easter Monday: on Tuesday
    [InlineData("2027-04-30 08:00 +02", "2027-05-03 08:00 +02")]
    [InlineData("2025-05-26 08:00 +02", "2025-06-02 08:00 +02")]
    [InlineData("2025-06-02 08:00 +02", "2025-06-10 08:00 +02")] // Whit Monday
    public void A_report_is_due_on_Monday_and_slides_over_a_holiday(string after, string due) =>
        Assert.Equal(Paris.At(due), Report.GetNext(Paris.At(after), France));

    [Fact]
    public void A_time_that_March_skips_is_due_when_the_clock_has_leapt() =>
        Assert.Equal(Paris.At("2026-03-29 03:00 +02"), Night.GetNext(Paris.At("2026-03-29 00:00 +01"), France));

    [Fact]
    public void A_time_that_October_shows_twice_is_due_once()
    {
        var first = Night.GetNext(Paris.At("2026-10-25 00:00 +02"), France);
        Assert.Equal(Paris.At("2026-10-25 02:30 +02"), first);
        Assert.Equal(Paris.At("2026-10-26 02:30 +01"), Night.GetNext(first, France));
    }

    [Fact]
    public void A_rhythm_neither_pauses_nor_hurries_when_the_clock_is_set()
    {
        foreach (var night in new[] { "2026-03-29 00:58 +01", "2026-10-25 01:58 +02" })
        {
            var at = Interval.GetNext(Paris.At(night), France);
            for (var i = 0; i < 40; i++)
            {
                var next = Interval.GetNext(at, France);
                Assert.Equal(Duration.FromMinutes(5), next - at);
                at = next;
            }
        }
    }

    [Fact]
    public void After_an_outage_of_any_length_one_time_is_due_the_latest() => Gen.Select(Gen.Int[0, 20 * 365 * 24 * 60], Gen.Int[1, 3 * 365 * 24 * 60])
        .Sample((start, outage) =>
        {
            var after = Paris.At("2025-01-01 00:00 +01") + Duration.FromMinutes(start);
            var until = after + Duration.FromMinutes(outage);
            foreach (var schedule in new[] { Digest, Report, Night })
            {
                var latest = schedule.FindLatest(after, until, France);
                var next = schedule.GetNext(after, France);
                if (latest is { } at)
                {
                    Assert.InRange(at, next, until);
                    Assert.True(schedule.GetNext(at, France) > until);
                }
                else
                {
                    Assert.True(next > until);
                }
            }
        }, iter: 2000);

    [Fact]
    public void Nothing_is_due_before_the_first_time() =>
        Assert.Null(Report.FindLatest(Paris.At("2026-11-23 09:00 +01"), Paris.At("2026-11-30 07:59 +01"), France));
}
