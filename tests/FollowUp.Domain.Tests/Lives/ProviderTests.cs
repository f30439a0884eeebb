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
            .Gives(new AskQuestion("Q-1", "PR-1", new FreeText("Le budget est-il ferme ?")), Who.Website).Enqueues(MessageKind.QuestionReceived);
        Assert.Equal(Who.Camille.Id, story.Messages.Single().Recipient);
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
    public void A_fact_is_withheld_and_published_again()
    {
        var withheld = A.CompanyProject.InFollowUp.Gives(new ShareFact(SharedFact.Phase, false), Who.Camille).Happened(typeof(FactShared));
        Assert.Equal([SharedFact.Phase], withheld.Project.WithheldFacts);
        withheld.Gives(new ShareFact(SharedFact.Phase, false), Who.Camille).ChangesNothing();
        Assert.Empty(withheld.Gives(new ShareFact(SharedFact.Phase, true), Who.Camille).Happened(typeof(FactShared)).Project.WithheldFacts);
    }
}
