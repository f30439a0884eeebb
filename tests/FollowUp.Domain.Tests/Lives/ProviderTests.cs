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

/// <summary>What providers do and are told, and the first two rules of the charter.</summary>
public class ProviderTests
{
    static readonly Instant Noon = Paris.At("2026-11-23 12:00 +01");

    static readonly ReportProviderAction Proposal = new("PR-1", ProviderActionKind.Proposal, Noon);

    [Fact]
    public void Good_chances_go_to_a_provider_that_acted_and_that_the_client_wants_once() =>
        A.CompanyProject.InFollowUp.Gives(Proposal, Who.Website).ClientSays(ClientAnswer.TalkingTo, "PR-1")
            .Gives(new SendGoodChances("PR-1"), Who.Camille).Happened(typeof(GoodChancesSent)).Enqueues(MessageKind.GoodChances)
            .Gives(new SendGoodChances("PR-1"), Who.Camille).IsRefused("already-told");

    [Fact]
    public void Inactive_providers_are_never_pushed() =>
        A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.TalkingTo, "PR-1")
            .Gives(new SendGoodChances("PR-1"), Who.Camille).IsRefused("provider-inactive");

    [Fact]
    public void Notice_without_interest_of_the_client_is_refused() =>
        A.CompanyProject.InFollowUp.Gives(Proposal, Who.Website)
            .Gives(new SendGoodChances("PR-1"), Who.Camille).IsRefused("no-interest-shown");

    [Fact]
    public void Delayed_good_chances_notice_is_obsolete_once_the_client_has_chosen()
    {
        var told = A.CompanyProject.InFollowUp.Gives(Proposal, Who.Website).ClientSays(ClientAnswer.TalkingTo, "PR-1")
            .Gives(new SendGoodChances("PR-1"), Who.Camille);
        Assert.Null(MessagePolicy.GetObsoleteReason(told.Project, told.Messages.Single()));
        Assert.Equal("closed", MessagePolicy.GetObsoleteReason(told.ClientSays(ClientAnswer.Chose, "PR-2").Project, told.Messages.Single()));
    }

    [Fact]
    public void A_providers_action_is_reported_once_and_moves_no_next_action() =>
        A.CompanyProject.InFollowUp.Gives(Proposal, Who.Website).Happened(typeof(ProviderActed))
            .NextIs(ActionKind.Mail, "2026-11-26 10:00 +01")
            .Gives(Proposal, Who.Website).ChangesNothing()
            .Gives(Proposal with { Kind = ProviderActionKind.Visit }, Who.Website).Happened(typeof(ProviderActed));

    [Fact]
    public void Question_goes_to_the_coordinator_and_is_due_within_two_working_days()
    {
        var story = A.CompanyProject.PostedOn("2026-11-27 17:00 +01").AwaitingValidation
            .Gives(new AskQuestion("Q-1", "PR-1", new FreeText("Le budget est-il ferme ?")), Who.Website).Enqueues(MessageKind.QuestionReceipt, MessageKind.QuestionReceived, MessageKind.QuestionReminder, MessageKind.QuestionOverdue);
        Assert.Equal(["PR-1", Who.Camille.Id, Who.Camille.Id, "manager"], story.Messages.Select(m => m.Recipient));
        Assert.Equal(Paris.At("2026-12-01 17:00 +01"), story.Project.OpenQuestions.Single().DueAt);
    }

    [Fact]
    public void Question_is_asked_once_and_answered_once()
    {
        var ask = new AskQuestion("Q-1", "PR-1", new FreeText("Le budget est-il ferme ?"));
        var answer = new AnswerQuestion("Q-1", new FreeText("Oui."));
        A.CompanyProject.InFollowUp
            .Gives(ask, Who.Website).Gives(ask, Who.Website).ChangesNothing()
            .Gives(answer, Who.Camille).Enqueues(MessageKind.QuestionAnswered)
            .Gives(answer, Who.Camille).IsRefused("no-such-question")
            .Gives(ask, Who.Website).ChangesNothing();
    }

    [Fact]
    public void A_receipt_leaves_at_once_a_reminder_one_working_day_before_and_the_manager_hears_when_it_is_overdue()
    {
        var story = A.CompanyProject.PostedOn("2026-11-27 17:00 +01").AwaitingValidation.Gives(Ask(1), Who.Website);

        Assert.Equal(
            [story.Now, story.Now, Paris.At("2026-11-30 17:00 +01"), Paris.At("2026-12-01 17:00 +01")],
            story.Messages.Select(m => m.NotBefore));
        var answered = story.Gives(new AnswerQuestion("Q-1", new FreeText("Oui.")), Who.Camille);
        Assert.All(story.Messages.Skip(1), message => Assert.Equal("answered", MessagePolicy.GetObsoleteReason(answered.Project, message)));
        Assert.Null(MessagePolicy.GetObsoleteReason(answered.Project, story.Messages[0]));
    }

    [Fact]
    public void A_provider_asks_three_times_a_day_about_a_project()
    {
        var asked = A.CompanyProject.InFollowUp.Gives(Ask(1), Who.Website).Gives(Ask(2), Who.Website).Gives(Ask(3), Who.Website);

        asked.Gives(Ask(4), Who.Website).IsRefused("too-many-questions");
        asked.Gives(Ask(3), Who.Website).ChangesNothing();
        asked.Gives(Ask(4) with { Provider = "PR-2" }, Who.Website).Happened(typeof(QuestionAsked));
        asked.After(Duration.FromDays(1)).Gives(Ask(4), Who.Website).Happened(typeof(QuestionAsked));
    }

    [Fact]
    public void A_question_about_a_closed_project_is_answered_too()
    {
        var closed = A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Dead(DeathReason.Abandoned)), Who.Camille);

        var asked = closed.Gives(Ask(1), Who.Website).Happened(typeof(QuestionAsked));
        Assert.Equal(Who.Camille.Id, asked.Project.StaffOutsideQueue);
        Assert.Equal(Phase.Dead, asked.Project.Phase);
        Assert.Null(asked.Gives(new AnswerQuestion("Q-1", new FreeText("Clos.")), Who.Camille).Project.StaffOutsideQueue);
    }

    [Fact]
    public void Nobody_asks_about_an_erased_person() =>
        A.CompanyProject.InFollowUp.Gives(new Erase(), Who.Nadia).Gives(Ask(1), Who.Website).IsRefused("erased");

    [Fact]
    public void A_shared_note_is_withdrawn_and_an_older_one_stays_the_last_note()
    {
        var noted = A.CompanyProject.InFollowUp.Gives(new AddNote(new FreeText("un"), Visibility.Shared), Who.Camille);
        var first = noted.Project.Version;
        var again = noted.Gives(new AddNote(new FreeText("deux"), Visibility.Internal), Who.Camille);

        var withdrawn = again.Gives(new WithdrawNote(first), Who.Camille).Happened(typeof(NoteWithdrawn));

        Assert.Equal(again.Project.LastNote, withdrawn.Project.LastNote);
        Assert.Null(noted.Gives(new WithdrawNote(first), Who.Camille).Project.LastNote);
    }

    static AskQuestion Ask(int number) => new($"Q-{number}", "PR-1", new FreeText("Où en est-on ?"));

    [Fact]
    public void A_fact_is_withheld_and_published_again()
    {
        var withheld = A.CompanyProject.InFollowUp.Gives(new ShareFact(SharedFact.Phase, false), Who.Camille).Happened(typeof(FactShared));
        Assert.Equal([SharedFact.Phase], withheld.Project.WithheldFacts);
        withheld.Gives(new ShareFact(SharedFact.Phase, false), Who.Camille).ChangesNothing();
        Assert.Empty(withheld.Gives(new ShareFact(SharedFact.Phase, true), Who.Camille).Happened(typeof(FactShared)).Project.WithheldFacts);
    }
}
