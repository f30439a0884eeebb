using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "Snooze".</summary>
public class SnoozeTests
{
    [Fact]
    public void A_pause_is_immune_to_ageing() =>
        A.CompanyProject.Snoozed
            .NextIs(ActionKind.Mail, "2027-01-25 08:42 +01", ReasonCode.EndOfSnooze)
            .Until("2027-01-25 07:59 +01").EnqueuesNoMail().Is(Phase.InFollowUp, Stage.Relaunching);

    [Fact]
    public void At_its_end_the_client_is_relaunched_once_and_the_cadence_starts_over() =>
        A.CompanyProject.Snoozed.Wakes()
            .Happened(typeof(SnoozeEnded), typeof(RelaunchMailed)).Enqueues(MessageKind.RelaunchAfterSnooze)
            .NextIs(ActionKind.Mail, "2027-02-01 08:42 +01", ReasonCode.RelaunchByMail);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pause_says_whether_an_answer_ends_it(bool endsOnAnswer)
    {
        var story = A.CompanyProject.InFollowUp.Snoozes("2027-01-25", endsOnAnswer)
            .At("2026-12-01 10:00 +01").ClientSays(ClientAnswer.StillLooking);
        Assert.Equal(endsOnAnswer, story.Project.Agenda.Snooze is null);
        story.NextIs(ActionKind.Mail, endsOnAnswer ? "2026-12-04 10:00 +01" : "2027-01-25 08:42 +01");
    }

    [Fact]
    public void Warned_project_on_a_pause_does_not_go_dormant() =>
        A.CompanyProject.Warned.Snoozes("2027-06-01").Until("2027-06-01 12:00 +02")
            .Is(Phase.InFollowUp, Stage.Relaunching).Enqueues(MessageKind.RelaunchAfterSnooze);

    [Fact]
    public void A_project_that_awaits_validation_is_called_at_the_end_of_its_pause() =>
        A.CompanyProject.LastMailSent.Snoozes("2027-01-25").Wakes()
            .Happened(typeof(SnoozeEnded)).EnqueuesNoMail()
            .NextIs(ActionKind.Call, "2027-01-25 10:00 +01", ReasonCode.EndOfSnooze)
            .WhenDue().Calls(CallOutcome.NoAnswer).Is(Phase.AwaitingValidation, Stage.Reaching)
            .NextIs(ActionKind.Call, "2027-01-26 15:00 +01", ReasonCode.AnotherAttempt);

    [Fact]
    public void Without_mails_the_end_of_a_pause_is_a_call() =>
        A.CompanyProject.Snoozed.Gives(new OptOut(Channel.Mail), Who.Jeanne).Wakes()
            .NextIs(ActionKind.Call, "2027-01-25 10:00 +01", ReasonCode.EndOfSnooze)
            .WhenDue().Calls(CallOutcome.Busy)
            .NextIs(ActionKind.Call, "2027-02-01 10:00 +01", ReasonCode.RelaunchMailUnwanted);

    [Fact]
    public void Without_any_channel_the_pause_just_ends() =>
        A.CompanyProject.Snoozed.Gives(new OptOut(Channel.Mail), Who.Jeanne).Gives(new OptOut(Channel.Phone), Who.Jeanne)
            .Wakes().Happened(typeof(SnoozeEnded)).EnqueuesNoMail().NextIs(ActionKind.WaitForClient, "2027-01-28 08:00 +01");

    [Fact]
    public void Not_now_ask_again_on_date_D_is_a_pause_that_an_answer_ends() =>
        A.CompanyProject.Relaunched(2).ClientSays(ClientAnswer.NotNow, until: Paris.Day("2027-03-01"))
            .NextIs(ActionKind.Mail, "2027-03-01 08:42 +01", ReasonCode.EndOfSnooze)
            .ClientSays(ClientAnswer.StillLooking).Happened(typeof(ClientAnswered), typeof(SnoozeEnded));

    [Fact]
    public void The_timeline_says_whether_an_answer_or_the_date_ended_it()
    {
        var answered = A.CompanyProject.InFollowUp.Calls(CallOutcome.NotNow, until: Paris.Day("2027-03-01")).ClientSays(ClientAnswer.StillLooking);
        Assert.Equal(new SnoozeEnded(ByAnswer: true), answered.Timeline[^1].Event);
        Assert.Equal(new SnoozeEnded(ByAnswer: false), A.CompanyProject.Snoozed.Wakes().Timeline[^2].Event);
        Assert.Equal(
            new SnoozeEnded(ByAnswer: false, Paris.At("2027-01-25 10:00 +01")), A.CompanyProject.AwaitingValidation.Snoozes("2027-01-25").Wakes().Timeline[^1].Event);
    }

    [Fact]
    public void Missed_call_keeps_the_pause() =>
        A.CompanyProject.Snoozed.At("2026-12-01 10:00 +01").Calls(CallOutcome.NoAnswer)
            .NextIs(ActionKind.Mail, "2027-01-25 08:42 +01", ReasonCode.EndOfSnooze);

    [Fact]
    public void A_pause_made_by_staff_leaves_an_agreed_call_standing_and_not_now_takes_it_back()
    {
        A.CompanyProject.CallAgreed.Snoozes("2027-01-25").NextIs(ActionKind.Call, "2026-11-28 11:15 +01", ReasonCode.AgreedCall);
        A.CompanyProject.CallAgreed.ClientSays(ClientAnswer.NotNow, until: Paris.Day("2027-01-25"))
            .NextIs(ActionKind.Mail, "2027-01-25 08:42 +01", ReasonCode.EndOfSnooze);
    }

    [Theory]
    [InlineData("2026-11-23", "in-the-past")]
    [InlineData("2026-11-22", "in-the-past")]
    [InlineData("2028-11-24", "snooze-too-long")]
    public void A_pause_ends_after_today_and_within_two_years(string until, string refused)
    {
        A.CompanyProject.InFollowUp.Snoozes(until).IsRefused(refused);
        A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.NotNow, until: Paris.Day(until)).IsRefused(refused);
        A.CompanyProject.InFollowUp.Calls(CallOutcome.NotNow, until: Paris.Day(until)).IsRefused(refused);
    }

    [Fact]
    public void Pause_of_exactly_two_years_is_allowed() => Assert.NotNull(A.CompanyProject.InFollowUp.Snoozes("2028-11-23").Project.Agenda.Snooze);

    [Fact]
    public void The_same_pause_again_is_nothing_new_and_another_date_is() =>
        A.CompanyProject.Snoozed.Snoozes("2027-01-25").ChangesNothing()
            .Snoozes("2027-01-25", endsOnAnswer: false).Happened(typeof(Snoozed))
            .Snoozes("2027-02-25").Happened(typeof(Snoozed));
}
