using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Lives from the website's post to their end, as a department tells them.</summary>
public class WholeLivesTests
{
    [Fact]
    public void Two_missed_calls_serious_three_relaunches_and_a_provider_chosen() =>
        A.CompanyProject.Missed(2).WhenDue().Calls(CallOutcome.Serious)
            .Wakes().Enqueues(MessageKind.RelaunchFirst)
            .Wakes().Enqueues(MessageKind.RelaunchLater)
            .WhenDue().Calls(CallOutcome.NoAnswer)
            .After(Duration.FromDays(2)).ClientSays(ClientAnswer.Chose, "PR-2").IsWon("PR-2");

    [Fact]
    public void Serious_then_silence_warning_sleep_light_mails_a_sign_of_life_and_gave_up() =>
        A.CompanyProject.Warned.Wakes().Is(Phase.Dormant)
            .Wakes().Enqueues(MessageKind.LightMail)
            .Wakes().Enqueues(MessageKind.LightMail)
            .After(Duration.FromDays(20)).ClientSays(ClientAnswer.StillLooking).Is(Phase.InFollowUp)
            .Wakes().Enqueues(MessageKind.RelaunchFirst)
            .After(Duration.FromDays(1)).ClientSays(ClientAnswer.GaveUp).IsDead(DeathReason.Abandoned);

    [Fact]
    public void Silent_for_24_months_it_gets_seven_light_mails_before_staff_are_asked()
    {
        var story = A.CompanyProject.Dormant.Until("2029-03-05 12:00 +01");
        story.Enqueues([.. Enumerable.Repeat(MessageKind.LightMail, 7), MessageKind.ApprovalRequest]).Is(Phase.Dormant, Stage.ApprovalAsked);
    }

    [Fact]
    public void Six_missed_calls_three_mails_and_dead() =>
        A.CompanyProject.LastMailSent.Until("2026-12-11 15:00 +01").IsDead(DeathReason.Unreachable);

    [Fact]
    public void Reopened_after_dead_it_is_relaunched_and_won() =>
        A.CompanyProject.Dead.At("2027-03-01 10:00 +01").Gives(new Reopen(null), Who.Camille)
            .Wakes().Enqueues(MessageKind.RelaunchFirst)
            .ClientSays(ClientAnswer.Chose, "PR-1").IsWon("PR-1");

    [Fact]
    public void A_persons_whole_validation_keeps_clear_of_May_Day_and_the_14th_of_July()
    {
        foreach (var (posted, closed) in new[] { ("2026-04-29 15:00 +02", "2026-05-01"), ("2026-07-10 15:00 +02", "2026-07-14") })
        {
            for (var missed = 0; missed < 4; missed++)
            {
                var due = A.PersonProject.PostedOn(posted).Missed(missed).Project.Next!.DueAt;
                Assert.NotEqual(Paris.Day(closed), WorkingCalendar.France.DateOf(due));
                Assert.True(WorkingCalendar.France.IsOpen(due, Paris.PersonCalls));
            }
        }
    }
}
