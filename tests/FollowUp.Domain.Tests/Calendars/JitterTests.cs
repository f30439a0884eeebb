using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Calendars;

/// <summary>Mails that wait for the same opening are spread over ninety minutes.</summary>
public class JitterTests
{
    static readonly OpeningHours Mails = DefaultCadence.Initial.For(ClientType.Company).Mails;

    static Instant Of(string project, string wanted, OpeningHours? hours = null) =>
        Jitter.NextOpen(project, Paris.At(wanted), hours ?? Mails, WorkingCalendar.France).At;

    [Fact]
    public void A_time_that_is_open_is_kept() => Assert.Equal(Paris.At("2026-11-24 10:15 +01"), Of("P-1001", "2026-11-24 10:15 +01"));

    [Fact]
    public void The_opening_itself_is_kept_by_those_who_wanted_it() =>
        Assert.Equal(Paris.At("2026-11-24 08:00 +01"), Of("P-1001", "2026-11-24 08:00 +01"));

    [Fact]
    public void Date_that_was_moved_is_at_the_projects_own_minute_in_every_week()
    {
        Assert.Equal(Paris.At("2026-11-30 08:42 +01"), Of("P-1001", "2026-11-28 10:00 +01"));
        Assert.Equal(Paris.At("2027-06-07 08:42 +02"), Of("P-1001", "2027-06-06 10:00 +02"));
    }

    [Fact]
    public void Thousand_projects_are_spread_over_all_ninety_minutes()
    {
        var minutes = Enumerable.Range(1, 1000).Select(i => Of($"P-{i}", "2026-11-28 10:00 +01") - Paris.At("2026-11-30 08:00 +01")).ToLookup(d => d.TotalMinutes);
        Assert.Equal(90, minutes.Count);
        Assert.InRange(minutes.Max(m => m.Count()), 11, 40);
        Assert.Equal((0, 89), (minutes.Min(m => m.Key), minutes.Max(m => m.Key)));
    }

    [Fact]
    public void Jitter_does_not_leave_a_short_window()
    {
        var tooShort = new OpeningHours([IsoDayOfWeek.Monday], [Paris.Window("09:00", "09:10")]);
        Assert.Equal(Paris.At("2026-11-30 09:00 +01"), Of("P-1001", "2026-11-28 10:00 +01", tooShort));
    }

    [Fact]
    public void Next_action_holds_the_exact_minute() =>
        A.CompanyProject.PostedOn("2026-11-27 10:00 +01").InFollowUp.NextIs(ActionKind.Mail, "2026-11-30 11:00 +01");
}
