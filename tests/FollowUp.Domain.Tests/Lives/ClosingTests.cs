using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "Won", "Reopen" and "Undo".</summary>
public class ClosingTests
{
    static readonly Duration TenMinutes = Duration.FromMinutes(10);

    [Fact]
    public void Staff_close_with_a_reason()
    {
        A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Dead(DeathReason.SuspectedBypass)), Who.Camille).IsDead(DeathReason.SuspectedBypass).EnqueuesNoMail();
        A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille).IsDead(DeathReason.Duplicate).EnqueuesNoMail();
        A.CompanyProject.LastMailSent.Gives(new Close(Outcome.Dead(DeathReason.Unreachable)), Who.Camille).IsDead(DeathReason.Unreachable);
        A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Won("PR-1", 4200), OnWordOf: WordOf.Client), Who.Camille).Is(Phase.Won);
    }

    [Fact]
    public void Win_with_a_provider_that_never_appeared_needs_somebodys_word()
    {
        A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Won("PR-1")), Who.Camille).IsRefused("word-needed");
        var won = A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Won("PR-1"), OnWordOf: WordOf.Provider), Who.Camille).Is(Phase.Won);
        Assert.Equal(WordOf.Provider, ((ProjectClosed)won.Timeline[^1].Event).OnWordOf);
    }

    [Fact]
    public void Win_with_a_provider_that_acted_or_that_the_client_named_needs_no_word()
    {
        A.CompanyProject.InFollowUp.Gives(new ReportProviderAction("PR-1", ProviderActionKind.Quote, Paris.At(A.Monday)), Who.Website)
            .Gives(new Close(Outcome.Won("PR-1")), Who.Camille).Is(Phase.Won);
        A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.TalkingTo, "PR-1").Gives(new Close(Outcome.Won("PR-1")), Who.Camille).Is(Phase.Won);
    }

    [Fact]
    public void Unreachable_before_the_last_attempt_needs_words()
    {
        A.CompanyProject.AwaitingValidation.Gives(new Close(Outcome.Dead(DeathReason.Unreachable)), Who.Camille).IsRefused("attempts-or-words-needed");
        A.CompanyProject.AwaitingValidation.Gives(new Close(Outcome.Dead(DeathReason.Unreachable), new FreeText("société radiée")), Who.Camille).IsDead(DeathReason.Unreachable);
    }

    [Fact]
    public void Won_names_a_provider() =>
        A.CompanyProject.InFollowUp.Gives(new Close(new Outcome(null)), Who.Camille).IsRefused("provider-needed");

    [Fact]
    public void Closing_as_erased_is_refused() =>
        A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Dead(DeathReason.Erased)), Who.Camille).IsRefused("erasure-is-its-own-command");

    [Fact]
    public void Messages_of_a_closing_leave_only_after_ten_minutes()
    {
        var story = A.CompanyProject.Won;
        Assert.All(story.Messages, m => Assert.True(m.NotBefore >= story.Now + TenMinutes));
        Assert.Contains(story.Messages, m => m.Kind == MessageKind.Webhook);
    }

    [Fact]
    public void Undo_within_ten_minutes_makes_the_mails_of_the_closing_obsolete()
    {
        var messages = A.CompanyProject.Won.Messages;
        var story = A.CompanyProject.Won.After(TenMinutes - Duration.FromSeconds(1)).Gives(new Undo(), Who.Camille);
        story.Happened(typeof(ClosingUndone)).EnqueuesNoMail().Is(Phase.InFollowUp, Stage.Relaunching)
            .NextIs(ActionKind.Mail, "2026-11-26 10:00 +01", ReasonCode.RelaunchByMail);
        Assert.All(messages, m => Assert.Equal("closing-undone", MessagePolicy.GetObsoleteReason(story.Project, m)));
    }

    [Fact]
    public void Undo_is_refused_at_ten_minutes_since_the_mails_may_leave()
    {
        var story = A.CompanyProject.Won.After(TenMinutes).Gives(new Undo(), Who.Camille).IsRefused("nothing-to-undo");
        Assert.All(story.Messages, m => Assert.Null(MessagePolicy.GetObsoleteReason(story.Project, m)));
    }

    [Fact]
    public void Open_project_refuses_undo_and_reopen() =>
        A.CompanyProject.InFollowUp.After(TenMinutes).Gives(new Undo(), Who.Camille).IsRefused("nothing-to-undo")
            .Gives(new Reopen(null), Who.Camille).IsRefused("not-closed");

    [Fact]
    public void Undone_closing_for_silence_gives_the_client_the_same_days_again()
    {
        var story = A.CompanyProject.LastMailSent.Wakes().Gives(new Undo(), Who.Camille);
        story.Is(Phase.AwaitingValidation, Stage.LastMailSent).NextIs(ActionKind.WaitForClient, "2026-12-18 15:00 +01")
            .TimeAdvances().ChangesNothing();
    }

    [Fact]
    public void Undo_keeps_what_changed_while_the_project_was_closed()
    {
        var story = A.CompanyProject.CallAgreed.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille)
            .Gives(new OptOut(Channel.Phone), Who.Jeanne)
            .Gives(new SetStandIn(Who.Yanis.Id), Who.Time)
            .Gives(new Undo(), Who.Camille);
        Assert.False(story.Project.Contact.MayCall);
        Assert.Equal(Who.Yanis.Id, story.Project.Staffing.StandIn);
        story.NextIs(ActionKind.Mail, "2026-11-26 10:00 +01");
    }

    [Fact]
    public void Reopened_project_is_a_new_generation()
    {
        var story = A.CompanyProject.Dead.At("2027-02-01 10:00 +01").Gives(new Reopen(new FreeText("a rappelé")), Who.Camille);
        story.Is(Phase.InFollowUp, Stage.Relaunching).NextIs(ActionKind.Mail, "2027-02-04 10:00 +01");
        Assert.Equal((2, null, null), (story.Project.Generation, story.Project.Outcome, story.Project.LastClientAnswer));
        Assert.Contains(story.Timeline, e => e.Event is ProjectClosed);
    }

    [Fact]
    public void Reopened_project_that_was_never_validated_is_called_again() =>
        A.CompanyProject.LastMailSent.Wakes().At("2027-02-01 10:00 +01").Gives(new Reopen(null), Who.Camille)
            .Is(Phase.AwaitingValidation, Stage.Reaching).NextIs(ActionKind.Call, "2027-02-01 11:00 +01", ReasonCode.FirstCall);

    [Fact]
    public void Won_project_is_not_reopened() =>
        A.CompanyProject.Won.Gives(new Reopen(null), Who.Camille).IsRefused("only-dead-reopens");

    [Fact]
    public void Erased_project_is_neither_reopened_nor_undone() =>
        A.CompanyProject.Erased.IsDead(DeathReason.Erased)
            .Gives(new Reopen(null), Who.Nadia).IsRefused("erased")
            .Gives(new Undo(), Who.Nadia).IsRefused("nothing-to-undo")
            .Gives(new Erase(), Who.Nadia).ChangesNothing();

    [Fact]
    public void Closed_project_refuses_other_commands() =>
        A.CompanyProject.Dead
            .Calls(CallOutcome.NoAnswer).IsRefused("already-closed")
            .ClientSays(ClientAnswer.StillLooking).IsRefused("already-closed")
            .Snoozes("2027-01-25").IsRefused("already-closed")
            .Gives(new Close(Outcome.Won("PR-1")), Who.Camille).IsRefused("already-closed")
            .TimeAdvances().ChangesNothing();

    [Fact]
    public void Question_is_answered_on_a_closed_project() =>
        A.CompanyProject.InFollowUp.Gives(new AskQuestion("Q-1", "PR-1", new FreeText("Toujours d’actualité ?")), Who.Website)
            .ClientSays(ClientAnswer.GaveUp)
            .Gives(new AnswerQuestion("Q-1", new FreeText("Non, le client a renoncé.")), Who.Camille)
            .Happened(typeof(QuestionAnswered)).Enqueues(MessageKind.QuestionAnswered).Is(Phase.Dead);

    [Fact]
    public void Signal_from_before_the_reopening_changes_nothing() =>
        A.CompanyProject.InFollowUp.Gives(new ReportSignal(SignalKind.Cancelled, null, Paris.At(A.Monday)), Who.Website)
            .At("2027-02-01 10:00 +01").Gives(new Reopen(null), Who.Camille)
            .Gives(new ReportSignal(SignalKind.Message, null, Paris.At("2027-02-01 10:00 +01")), Who.Website).Happened(typeof(ClientSignalled))
            .Gives(new ReportSignal(SignalKind.Cancelled, null, Paris.At(A.Monday)), Who.Website).ChangesNothing();

    [Fact]
    public void Each_of_two_questions_is_answered() =>
        A.CompanyProject.InFollowUp.Gives(new AskQuestion("Q-1", "PR-1", new FreeText("?")), Who.Website)
            .Gives(new AskQuestion("Q-2", "PR-2", new FreeText("?")), Who.Website)
            .ClientSays(ClientAnswer.GaveUp)
            .Gives(new AnswerQuestion("Q-2", new FreeText("Non.")), Who.Camille).Happened(typeof(QuestionAnswered))
            .Gives(new AnswerQuestion("Q-3", new FreeText("Non.")), Who.Camille).IsRefused("already-closed");

    [Fact]
    public void Erased_person_has_no_open_channel()
    {
        var contact = A.PersonProject.Erased.Project.Contact;
        Assert.Equal((false, false, true), (contact.MayCall, contact.MayMail, contact.RecentCalls.IsEmpty));
    }

    [Fact]
    public void Message_from_before_the_closing_is_obsolete()
    {
        var dead = A.CompanyProject.Dead.Project;
        foreach (var message in A.CompanyProject.AwaitingValidation.Messages.Concat(A.CompanyProject.InFollowUp.Messages))
        {
            Assert.Equal("closed", MessagePolicy.GetObsoleteReason(dead, message));
            Assert.Null(MessagePolicy.GetObsoleteReason(A.CompanyProject.InFollowUp.Project, message));
        }
    }
}
