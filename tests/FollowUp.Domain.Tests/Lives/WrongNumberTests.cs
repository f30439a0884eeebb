using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "Awaiting validation": a wrong number is not called again.</summary>
public class WrongNumberTests
{
    static Story Wrong => A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.WrongNumber);

    [Fact]
    public void Mail_asks_for_the_right_number_at_once()
    {
        Wrong.Happened(typeof(CallMissed), typeof(NumberFoundWrong), typeof(NumberAsked))
            .Enqueues(MessageKind.TriedToReachYou)
            .NextIs(ActionKind.Mail, "2026-11-30 10:00 +01", ReasonCode.NumberWrong);
        Assert.Equal((4, 0), (Wrong.Messages[0].Number, Wrong.Project.Cycle.Attempts));
    }

    [Fact]
    public void Client_who_gives_no_number_is_unreachable_after_a_last_mail()
    {
        var last = Wrong.Wakes().Happened(typeof(NumberAsked)).Is(Phase.AwaitingValidation, Stage.LastMailSent);
        Assert.Equal(5, Assert.Single(last.Messages).Number);
        last.NextIs(ActionKind.WaitForClient, "2026-12-07 10:00 +01").Wakes().IsDead(DeathReason.Unreachable);
    }

    [Fact]
    public void Corrected_number_is_called_within_the_hour()
    {
        foreach (var who in new[] { Who.Jeanne, Who.Camille, Who.Website })
        {
            var story = Wrong.At("2026-11-25 10:00 +01").Gives(new CorrectNumber(), who);
            story.Happened(typeof(NumberCorrected)).NextIs(ActionKind.Call, "2026-11-25 11:00 +01", ReasonCode.FirstCall);
            Assert.Equal(who != Who.Camille, story.Project.LastSignOfLife == story.Now);
        }
    }

    [Fact]
    public void Relaunches_go_on_by_mail()
    {
        var story = A.CompanyProject.Relaunched(2).WhenDue().Calls(CallOutcome.WrongNumber).Enqueues(MessageKind.TriedToReachYou);
        Assert.Equal((3, ActionKind.Mail), (story.Project.Cycle.UnansweredContacts, story.Project.Next!.Kind));
        Assert.Equal(ActionKind.Mail, story.Wakes().Project.Next!.Kind);
    }

    [Fact]
    public void Call_to_a_wrong_number_is_not_agreed()
    {
        Wrong.Gives(new PickCallBack(Paris.At("2026-11-25 11:00 +01")), Who.Jeanne).IsRefused("number-needed");
        Wrong.ClientSays(ClientAnswer.CallMe).IsRefused("number-needed");
        Assert.Null(A.CompanyProject.CallAgreed.Calls(CallOutcome.WrongNumber).Project.Agenda.AgreedCall);
    }

    [Fact]
    public void Second_wrong_number_asks_for_nothing_again() =>
        Wrong.After(NodaTime.Duration.FromHours(1)).Calls(CallOutcome.WrongNumber).Happened(typeof(CallMissed)).EnqueuesNoMail();

    [Fact]
    public void Client_without_mail_goes_to_the_manager()
    {
        var story = A.CompanyProject.AwaitingValidation.Gives(new OptOut(Channel.Mail), Who.Jeanne).WhenDue().Calls(CallOutcome.WrongNumber).EnqueuesNoMail();
        Assert.Equal((ActionKind.WaitForClient, NextAction.ByManager), (story.Project.Next!.Kind, story.Project.Next.By));
        story.Wakes().IsDead(DeathReason.Unreachable);
    }

    [Fact]
    public void Pause_with_a_wrong_number_ends_with_the_question_for_the_right_one() =>
        Wrong.Snoozes("2026-12-14").Wakes().Happened(typeof(SnoozeEnded), typeof(NumberAsked)).Is(Phase.AwaitingValidation, Stage.Reaching);

    [Fact]
    public void Client_who_was_reached_has_the_right_number() =>
        Assert.False(Wrong.After(NodaTime.Duration.FromDays(1)).Calls(CallOutcome.Serious).Project.IsNumberWrong);

    [Fact]
    public void Information_that_arrives_does_not_make_the_number_right() =>
        Wrong.After(NodaTime.Duration.FromDays(1)).Gives(new GiveInformation(new FreeText("Budget : 4 000 €")), Who.Jeanne)
            .NextIs(ActionKind.Mail, "2026-12-01 10:00 +01", ReasonCode.NumberWrong);
}
