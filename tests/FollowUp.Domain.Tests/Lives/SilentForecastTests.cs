using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Forecasts;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>The calls and mails that an open project leads to while its client stays silent.</summary>
public class SilentForecastTests
{
    [Fact]
    public void Forecast_is_what_happens_to_a_silent_client()
    {
        var story = A.CompanyProject.InFollowUp;

        var contacts = Forecast(story, "2027-02-01 00:00 +01");

        Assert.Equal(
            [
                new(Channel.Mail, Paris.At("2026-11-26 10:00 +01")), new(Channel.Mail, Paris.At("2026-12-03 10:00 +01")),
                new(Channel.Phone, Paris.At("2026-12-17 10:00 +01")), new(Channel.Mail, Paris.At("2027-01-18 08:42 +01")),
            ],
            contacts);
    }

    [Fact]
    public void Missed_calls_of_validation_lead_to_the_mails_that_follow_them_and_to_the_closing()
    {
        var contacts = Forecast(A.CompanyProject.AwaitingValidation, "2027-06-01 00:00 +02");

        Assert.Equal(6, contacts.Count(c => c.Channel == Channel.Phone));
        Assert.Equal(3, contacts.Count(c => c.Channel == Channel.Mail));
    }

    [Fact]
    public void Contacts_after_the_end_do_not_count() =>
        Assert.Equal([new ForecastContact(Channel.Mail, Paris.At("2026-11-26 10:00 +01"))], Forecast(A.CompanyProject.InFollowUp, "2026-12-03 10:00 +01"));

    [Fact]
    public void Running_cycle_can_be_planned_by_another_cadence_and_keeps_its_own_without()
    {
        var story = A.CompanyProject.InFollowUp;
        var policy = WithDelays(story.Policy, 6, 14);

        var compared = SilentForecast.RunByCurrent(story.Project, policy, story.Now);

        Assert.Equal(Paris.At("2026-11-30 08:42 +01"), compared.Next!.DueAt);
        Assert.Equal(story.Project.Next, SilentForecast.Replan(story.Project, policy, story.Now).Next);
    }

    [Fact]
    public void Overdue_call_is_due_now_and_counts_once_in_a_half_day()
    {
        var story = A.CompanyProject.Missed(1).At("2026-12-15 10:00 +01");

        var next = SilentForecast.Replan(story.Project, story.Policy, story.Now).Next!;

        Assert.Equal((ActionKind.Call, story.Now), (next.Kind, next.DueAt));
        Assert.Single(Forecast(story, "2026-12-16 00:00 +01"), contact => contact.Channel == Channel.Phone);
    }

    static List<ForecastContact> Forecast(Story story, string until)
    {
        var contacts = new List<ForecastContact>();
        SilentForecast.AddContacts(SilentForecast.Replan(story.Project, story.Policy, story.Now), story.Policy, story.Now, Paris.At(until), contacts);
        return contacts;
    }

    static Policy WithDelays(Policy policy, params ImmutableArray<int> delays)
    {
        var current = policy.Cadences[policy.Current];
        var cadence = current with { Version = current.Version + 1, Company = current.Company with { Relaunch = current.Company.Relaunch with { Delays = delays } } };
        return policy with { Cadences = policy.Cadences.Add(cadence.Version, cadence), Current = cadence.Version };
    }
}
