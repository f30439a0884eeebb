using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Tests.Calendars;
using NodaTime;

namespace FollowUp.Domain.Tests.Permissions;

/// <summary>Four calls in any thirty days, on the exact edge and over the change of the clocks.</summary>
public class CallRulesTests
{
    static readonly CallCap Cap = new(Calls: 4, Days: 30);

    [Theory]
    [InlineData("2026-06-01 10:00 +02", "2026-07-01 10:00 +02")]
    [InlineData("2026-03-10 10:00 +01", "2026-04-09 11:00 +02")] // an hour of March is skipped: thirty times 24 hours end at 11:00
    [InlineData("2026-10-10 10:00 +02", "2026-11-09 10:00 +01")] // an hour of October is doubled: the day of the calendar ends later
    [InlineData("2028-02-29 10:00 +01", "2028-03-30 11:00 +02")]
    public void Fifth_call_is_allowed_exactly_when_the_first_is_thirty_days_old(string first, string free)
    {
        var calls = Calls(first, 0, 5, 10, 20);
        Assert.Equal(Paris.At(free), CallRules.GetNextAllowedCall(calls, Paris.At(free) - Duration.Epsilon, Cap, WorkingCalendar.France));
        Assert.Null(CallRules.GetNextAllowedCall(calls, Paris.At(free), Cap, WorkingCalendar.France));
    }

    [Fact]
    public void Fourth_call_is_allowed() => Assert.Null(CallRules.GetNextAllowedCall(Calls("2026-06-01 10:00 +02", 0, 1, 2), Paris.At("2026-06-03 10:00 +02"), Cap, WorkingCalendar.France));

    [Fact]
    public void Newest_calls_count_when_there_are_more_than_the_cap() => Assert.Equal(
        Paris.At("2026-07-02 10:00 +02"),
        CallRules.GetNextAllowedCall(Calls("2026-06-01 10:00 +02", 0, 1, 2, 3, 4), Paris.At("2026-06-10 10:00 +02"), Cap, WorkingCalendar.France));

    [Fact]
    public void Every_call_is_allowed_without_a_cap() => Assert.Null(CallRules.GetNextAllowedCall(Calls("2026-06-01 10:00 +02", 0, 0, 0, 0, 0), Paris.At("2026-06-01 10:00 +02"), null, WorkingCalendar.France));

    static ImmutableArray<Instant> Calls(string first, params int[] days) => [.. days.Select(d => Paris.At(first) + Duration.FromDays(d))];
}
