using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Domain.Tests.Lives;

public sealed class CallSlotTests
{
    static readonly OpeningHours Mornings = OpeningHours.MondayToFriday(new DailyWindow(new LocalTime(9, 0), new LocalTime(11, 0)));
    static readonly OpeningHours Early = OpeningHours.MondayToFriday(new DailyWindow(new LocalTime(8, 0), new LocalTime(9, 45)));
    static readonly OpeningHours Evenings = OpeningHours.MondayToFriday(new DailyWindow(new LocalTime(16, 0), new LocalTime(18, 0)));

    [Fact]
    public void Every_hour_of_five_open_days_is_offered()
    {
        var offered = Offered("2026-11-23T09:00:00+01:00");
        Assert.Equal(
            ["Mon 23 10:00", "Mon 23 11:00", "Mon 23 12:00", "Mon 23 14:00", "Mon 23 15:00", "Mon 23 16:00", "Mon 23 17:00", "Mon 23 18:00", "Tue 24 09:00"],
            offered[..9]);
        Assert.Equal(("Fri 27 18:00", 44), (offered[^1], offered.Length));
    }

    [Fact]
    public void Slot_within_fifteen_minutes_of_another_agreed_call_is_not_offered()
    {
        var offered = Offered("2026-11-23T09:00:00+01:00", taken: ["2026-11-23 11:15 +01", "2026-11-23 14:16 +01"]);
        Assert.Equal(["Mon 23 10:00", "Mon 23 12:00", "Mon 23 14:00", "Mon 23 15:00"], offered[..4]);
    }

    [Fact]
    public void No_slot_is_sooner_than_the_delay_of_a_first_call() =>
        Assert.Equal("Mon 23 11:00", Offered("2026-11-23T09:01:00+01:00")[0]);

    [Fact]
    public void Weekends_and_public_holidays_are_left_out() =>
        Assert.Equal(["Thu 24 17:00", "Thu 24 18:00", "Mon 28 09:00"], Offered("2026-12-24T15:30:00+01:00")[..3]);

    [Fact]
    public void A_private_person_is_offered_the_hours_that_the_law_allows() =>
        Assert.Equal(["Mon 23 11:00", "Mon 23 12:00", "Mon 23 14:00"], Offered("2026-11-23T09:00:00+01:00", ClientType.Person)[..3]);

    [Fact]
    public void Own_hours_narrow_the_slots()
    {
        Assert.Equal(["Mon 23 10:00", "Tue 24 09:00", "Tue 24 10:00"], Offered("2026-11-23T09:00:00+01:00", own: Mornings)[..3]);
        Assert.Equal(["Mon 23 17:00", "Tue 24 16:00"], Offered("2026-11-23T15:59:00+01:00", own: Evenings)[..2]);
    }

    [Fact]
    public void No_slot_begins_right_before_the_end_of_the_hours() =>
        Assert.Equal(["Wed 25 09:00", "Thu 26 09:00"], Offered("2026-11-23T09:00:00+01:00", own: Early)[..2]);

    [Fact]
    public void Own_hours_outside_the_call_hours_are_ignored() =>
        Assert.Equal("Mon 23 10:00", Offered("2026-11-23T09:00:00+01:00", own: OpeningHours.MondayToFriday(new DailyWindow(new LocalTime(5, 0), new LocalTime(6, 0))))[0]);

    [Fact]
    public void Hours_on_one_day_a_week_give_slots_in_five_weeks()
    {
        var mondays = new OpeningHours([IsoDayOfWeek.Monday], [new DailyWindow(new LocalTime(9, 0), new LocalTime(12, 0))]);
        Assert.Equal(["Mon 23 10:00", "Mon 30 09:00", "Mon 07 09:00", "Mon 14 09:00", "Mon 21 09:00"], Offered("2026-11-23T09:00:00+01:00", own: mondays).DistinctBy(slot => slot[..6]));
    }

    [Fact]
    public void No_slot_is_offered_beyond_sixty_days()
    {
        var never = Policy.Default with { OwnHours = new OpeningHours([IsoDayOfWeek.Monday], [new DailyWindow(new LocalTime(9, 0), new LocalTime(9, 1))]) };
        var project = A.CompanyProject.AwaitingValidation.Project;
        Assert.True(CallSlots.GetOffered(project, never, Paris.At(A.Monday), []).Length < 5);
    }

    /// <summary>10 to 13 and 14 to 20 in Guadeloupe, five hours behind Paris in winter, are 15 to 18 and 19 to 1; the department calls until 20.</summary>
    [Theory]
    [InlineData("America/Guadeloupe", "Mon 23 16:00", "Mon 23 17:00", "Mon 23 19:00", "Tue 24 15:00")]
    [InlineData("Europe/London", "Mon 23 12:00", "Mon 23 15:00", "Mon 23 16:00", "Mon 23 17:00")]
    [InlineData("Pacific/Tahiti", "Mon 23 22:00", "Mon 23 23:00", "Tue 24 01:00", "Tue 24 02:00")]
    public void A_private_person_abroad_is_offered_hours_by_their_own_clock(string zone, params string[] first) =>
        Assert.Equal(first, Offered("2026-11-23T09:00:00+01:00", ClientType.Person, zone: zone)[..first.Length]);

    static string[] Offered(string now, ClientType client = ClientType.Company, OpeningHours? own = null, string[]? taken = null, string? zone = null)
    {
        var project = new Project
        {
            Id = "P-1", ClientId = "C-1", ClientType = client, Staffing = new Staffing(null), Cycle = new Cycle(1, default),
            Contact = new ContactRights(true, true, null, []), TimeZone = zone,
        };
        var policy = Policy.Default with { OwnHours = own };
        return
        [
            .. CallSlots.GetOffered(project, policy, OffsetDateTimePattern.Rfc3339.Parse(now).Value.ToInstant(), [.. (taken ?? []).Select(Paris.At)])
                .Select(s => LocalDateTimePattern.CreateWithInvariantCulture("ddd dd HH:mm").Format(policy.Calendar.ToLocal(s))),
        ];
    }
}
