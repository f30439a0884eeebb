using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "Who may do what": the client calls, and whoever is there answers.</summary>
public class InboundCallTests
{
    [Fact]
    public void Call_of_the_client_is_a_sign_of_life_and_no_attempt()
    {
        var story = Inbound(A.CompanyProject.Missed(2), CallOutcome.StillLooking, Who.Yanis);
        Assert.Equal((0, 2), (story.Project.Cycle.Attempts, story.Project.Contact.RecentCalls.Length));
        Assert.Equal(story.Now, story.Project.LastSignOfLife);
        story.Is(Phase.AwaitingValidation, Stage.Reaching).NextIs(ActionKind.Call, "2026-11-24 17:00 +01", ReasonCode.FirstCall);
    }

    [Fact]
    public void What_a_colleague_heard_waits_for_whoever_is_in_charge()
    {
        var story = Inbound(A.CompanyProject.InFollowUp, CallOutcome.StillLooking, Who.Yanis);
        Assert.Equal(story.Now, story.Project.ReplyWaitsSince);
        Assert.Equal(story.Now, story.After(Duration.FromHours(1)).Gives(Note, Who.Yanis).Project.ReplyWaitsSince);
        Assert.Null(story.After(Duration.FromHours(1)).Gives(Note, Who.Camille).Project.ReplyWaitsSince);
        Assert.Null(Inbound(A.CompanyProject.InFollowUp, CallOutcome.StillLooking, Who.Camille).Project.ReplyWaitsSince);
    }

    [Fact]
    public void Agreed_call_stays_when_a_colleague_answered_the_client()
    {
        Assert.NotNull(Inbound(A.CompanyProject.CallAgreed, CallOutcome.StillLooking, Who.Yanis).Project.Agenda.AgreedCall);
        Assert.Null(Inbound(A.CompanyProject.CallAgreed, CallOutcome.StillLooking, Who.Camille).Project.Agenda.AgreedCall);
    }

    [Theory]
    [InlineData(CallOutcome.Serious)]
    [InlineData(CallOutcome.NotSerious)]
    [InlineData(CallOutcome.NeedsInformation)]
    [InlineData(CallOutcome.Chose)]
    [InlineData(CallOutcome.ChoseElsewhere)]
    [InlineData(CallOutcome.GaveUp)]
    [InlineData(CallOutcome.RefusesContact)]
    public void Verdicts_and_endings_stay_with_whoever_is_in_charge(CallOutcome outcome)
    {
        Inbound(A.CompanyProject.AwaitingValidation, outcome, Who.Yanis).IsRefused("not-your-project");
        Assert.Null(Inbound(A.CompanyProject.AwaitingValidation, outcome, Who.Camille).Last.Refusal);
    }

    [Fact]
    public void Client_who_called_was_reached() => Inbound(A.CompanyProject.InFollowUp, CallOutcome.Voicemail, Who.Camille).IsRefused("client-called");

    [Fact]
    public void Colleague_records_no_call_of_their_own() =>
        A.CompanyProject.InFollowUp.Gives(new RecordCall(CallOutcome.StillLooking, Paris.At("2026-11-23 10:00 +01")), Who.Yanis).IsRefused("not-your-project");

    [Fact]
    public void Every_coordinator_may_leave_a_note_and_sales_may_not()
    {
        A.CompanyProject.InFollowUp.Gives(Note, Who.Yanis).Happened(typeof(NoteAdded));
        A.CompanyProject.InFollowUp.Gives(Note, Who.Simon).IsRefused("sales-do-not-follow-up");
        Inbound(A.CompanyProject.InFollowUp, CallOutcome.StillLooking, Who.Simon).IsRefused("sales-do-not-follow-up");
    }

    [Fact]
    public void Client_who_calls_at_night_breaks_no_rule() => Assert.False(
        Assert.IsType<ClientReached>(Inbound(A.PersonProject.InFollowUp.At("2026-11-24 23:00 +01"), CallOutcome.StillLooking, Who.Camille).Timeline[^1].Event).OutsideRules);

    static AddNote Note => new(new FreeText("il rappelle mardi"), Visibility.Internal);

    static Story Inbound(Story before, CallOutcome outcome, Actor by)
    {
        var story = before.After(Duration.FromHours(1));
        return story.Gives(
            new RecordCall(outcome, story.Now, outcome == CallOutcome.Chose ? "PR-1" : null, Direction: CallDirection.Inbound), by);
    }
}
