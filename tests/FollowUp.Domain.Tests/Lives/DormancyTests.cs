using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "Dormant".</summary>
public class DormancyTests
{
    [Fact]
    public void After_four_silent_contacts_a_warning_goes_out() =>
        A.CompanyProject.Relaunched(4).NextIs(ActionKind.Mail, "2027-02-17 08:42 +01", ReasonCode.WarningByMail)
            .Wakes().Enqueues(MessageKind.Warning).Is(Phase.InFollowUp, Stage.Warned);

    [Fact]
    public void Silence_after_the_warning_starts_dormancy() =>
        A.CompanyProject.Warned.NextIs(ActionKind.WaitForClient, "2027-03-03 08:42 +01", ReasonCode.AwaitingAnswerToWarning)
            .Wakes().Is(Phase.Dormant, Stage.Asleep).EnqueuesNoMail();

    [Fact]
    public void Dormant_project_gets_a_light_mail_every_quarter() =>
        A.CompanyProject.Dormant.NextIs(ActionKind.Mail, "2027-06-03 08:42 +02", ReasonCode.LightMail)
            .Wakes().Enqueues(MessageKind.LightMail)
            .Wakes().Enqueues(MessageKind.LightMail)
            .NextIs(ActionKind.Mail, "2027-12-03 08:42 +01", ReasonCode.LightMail);

    [Theory]
    [InlineData("2026-11-30 10:00 +01", 0, "2027-03-01 08:42 +01")] // the 28th is a Sunday
    [InlineData("2027-11-30 10:00 +01", 0, "2028-02-29 10:00 +01")]
    [InlineData("2028-11-29 10:00 +01", 0, "2029-02-28 10:00 +01")]
    [InlineData("2027-08-31 10:00 +02", 0, "2027-11-30 10:00 +01")]
    [InlineData("2028-02-29 10:00 +01", 7, "2030-02-28 10:00 +01")]
    [InlineData("2027-11-30 10:00 +01", 7, "2029-11-30 10:00 +01")] // by the day it fell asleep on, not by the end of each February since
    public void Quarter_without_that_day_ends_with_its_month(string asleep, int quarters, string due)
    {
        var since = Paris.At(asleep);
        var project = A.CompanyProject.Dormant.Project with { Dormancy = new Dormancy(since, quarters), Cycle = new Cycle(1, since), LastSignOfLife = since };
        Assert.Equal(Paris.At(due), NextActionPlanner.CreatePlan(project, Policy.Default, since).Next.DueAt);
    }

    [Fact]
    public void After_24_months_staff_are_asked_and_nothing_closes_without_them() =>
        A.CompanyProject.ApprovalAsked
            .Enqueues(MessageKind.ApprovalRequest)
            .NextIs(ActionKind.Approve, "2029-03-19 08:00 +01", ReasonCode.CloseForSilence);

    [Fact]
    public void Approved_closing_is_dead_without_a_sign_of_life() =>
        A.CompanyProject.ApprovalAsked.Gives(new Approve(true), Who.Camille).IsDead(DeathReason.NoSignOfLife).EnqueuesNoMail();

    [Fact]
    public void Last_question_comes_three_months_before_the_erasure_and_is_not_repeated()
    {
        var story = A.CompanyProject.ApprovalAsked;
        var lastQuestion = WorkingCalendar.France.AddMonths(story.Project.LastSignOfLife, 33);
        while (story.Now < lastQuestion) story = story.Wakes();
        var asked = story.Happened(typeof(ApprovalAsked)).Is(Phase.Dormant, Stage.ApprovalAsked);
        Assert.True(asked.Now < lastQuestion + Duration.FromDays(7));

        var later = asked.Wakes().Happened(typeof(ApprovalLapsed));
        Assert.True(later.Project.Next!.DueAt > lastQuestion + Duration.FromDays(7));
        Assert.Equal(Stage.Asleep, later.Wakes().Happened(typeof(QuarterPassed)).Project.Stage);
    }

    [Fact]
    public void Approval_without_an_answer_lapses_and_is_asked_again_at_the_next_quarter() =>
        A.CompanyProject.ApprovalAsked.Wakes().Happened(typeof(ApprovalLapsed)).Is(Phase.Dormant, Stage.Asleep)
            .NextIs(ActionKind.WaitForClient, "2029-06-04 08:00 +02", ReasonCode.SilentQuarter)
            .Wakes().Enqueues(MessageKind.ApprovalRequest);

    [Fact]
    public void Declined_approval_keeps_the_project_dormant() =>
        A.CompanyProject.ApprovalAsked.Gives(new Approve(false), Who.Camille).Happened(typeof(ApprovalDeclined))
            .Is(Phase.Dormant, Stage.Asleep).NextIs(ActionKind.WaitForClient, "2029-06-04 08:00 +02");

    [Fact]
    public void Sign_of_life_ends_dormancy()
    {
        A.CompanyProject.Dormant.ClientSays(ClientAnswer.StillLooking).Happened(typeof(ClientAnswered), typeof(Woke)).Is(Phase.InFollowUp, Stage.Relaunching);
        A.CompanyProject.ApprovalAsked.ClientSays(ClientAnswer.StillLooking).Is(Phase.InFollowUp, Stage.Relaunching);
        A.CompanyProject.Dormant.Calls(CallOutcome.TalkingTo, "PR-1").Is(Phase.InFollowUp, Stage.Relaunching);
    }

    [Fact]
    public void Not_now_ends_dormancy_and_starts_a_pause() =>
        A.CompanyProject.Dormant.ClientSays(ClientAnswer.NotNow, until: Paris.Day("2027-09-01"))
            .Happened(typeof(ClientAnswered), typeof(Woke), typeof(Snoozed))
            .Is(Phase.InFollowUp).NextIs(ActionKind.Mail, "2027-09-01 08:42 +02", ReasonCode.EndOfSnooze);

    [Fact]
    public void Approval_that_was_not_asked_is_refused() =>
        A.CompanyProject.Dormant.Gives(new Approve(true), Who.Nadia).IsRefused("nothing-to-approve");

    [Fact]
    public void Staff_close_for_silence_only_by_an_approval() =>
        A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Dead(DeathReason.NoSignOfLife)), Who.Nadia).IsRefused("approval-needed")
            .Gives(new Close(Outcome.Dead(DeathReason.Unreachable)), Who.Nadia).IsRefused("not-awaiting-validation");

    [Fact]
    public void Quarters_pass_without_a_mail_when_mail_is_closed() =>
        A.CompanyProject.Dormant.Gives(new OptOut(Channel.Mail), Who.Jeanne)
            .NextIs(ActionKind.WaitForClient, "2027-06-03 08:42 +02", ReasonCode.NoChannelLeft)
            .Wakes().Happened(typeof(QuarterPassed)).EnqueuesNoMail();

    [Fact]
    public void Dormant_project_refuses_a_pause() =>
        A.CompanyProject.Dormant.Snoozes("2027-12-01").IsRefused("already-dormant");
}
