using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Model;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "Undo": the last decision of a person can be taken back by them or a manager for ten minutes.</summary>
public class UndoTests
{
    static readonly Duration OneMinute = Duration.FromMinutes(1);

    public static TheoryData<string> Decisions => [.. All.Keys];

    static Dictionary<string, (Story Before, Command Command)> All
    {
        get
        {
            var (awaiting, followed) = (A.CompanyProject.AwaitingValidation.WhenDue(), A.CompanyProject.InFollowUp.After(Duration.FromHours(1)));
            return new()
            {
                ["missed call"] = (awaiting, new RecordCall(CallOutcome.NoAnswer, awaiting.Now)),
                ["wrong number"] = (awaiting, new RecordCall(CallOutcome.WrongNumber, awaiting.Now)),
                ["verdict"] = (awaiting, new RecordCall(CallOutcome.Serious, awaiting.Now)),
                ["needs information"] = (awaiting, new RecordCall(CallOutcome.NeedsInformation, awaiting.Now)),
                ["not serious"] = (awaiting, new RecordCall(CallOutcome.NotSerious, awaiting.Now)),
                ["call back"] = (awaiting, new RecordCall(CallOutcome.CallBack, awaiting.Now, AgreedAt: awaiting.Now + Duration.FromHours(30))),
                ["do not call"] = (followed, new RecordCall(CallOutcome.DoNotCall, followed.Now)),
                ["gave up"] = (followed, new RecordCall(CallOutcome.GaveUp, followed.Now)),
                ["pause"] = (followed, new Snooze(Paris.Day("2027-01-25"), null, EndsOnAnswer: true)),
                ["closing"] = (followed, new Close(Outcome.Won("PR-1"), OnWordOf: WordOf.Client)),
                ["assignment"] = (followed, new Assign(Who.Yanis.Id)),
                ["declined closing"] = (A.CompanyProject.ApprovalAsked, new Approve(false)),
                ["approved closing"] = (A.CompanyProject.ApprovalAsked, new Approve(true)),
                ["refuses contact"] = (followed, new RecordCall(CallOutcome.RefusesContact, followed.Now)),
                ["chose"] = (followed, new RecordCall(CallOutcome.Chose, followed.Now, "PR-1")),
                ["not now"] = (followed, new RecordCall(CallOutcome.NotNow, followed.Now, Until: Paris.Day("2027-01-25"))),
                ["missed relaunch"] = (A.CompanyProject.Relaunched(2).WhenDue(), new RecordCall(CallOutcome.Voicemail, A.CompanyProject.Relaunched(2).WhenDue().Now)),
                ["call of the client"] = (followed, new RecordCall(CallOutcome.StillLooking, followed.Now, Direction: CallDirection.Inbound)),
                ["withheld fact"] = (followed, new ShareFact(SharedFact.Phase, Published: false)),
                ["mail to the client"] = (followed, new WriteToClient(new FreeText("Objet\n\nBonjour"))),
                ["take-over"] = (followed.Gives(new AskTakeOver(Who.Yanis.Id), Who.Time), new TakeOver(true)),
                ["reopening"] = (A.CompanyProject.Dead.After(Duration.FromHours(1)), new Reopen(null)),
            };
        }
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Undo_puts_back_the_state_and_the_plan_from_before(string name)
    {
        var (before, command) = All[name];
        var decided = before.Gives(command, Who.Camille);
        Assert.NotEmpty(decided.Last.Events);
        var undone = decided.After(OneMinute).Gives(new Undo(), Who.Camille);
        Assert.Null(undone.Last.Refusal);
        Assert.Equal(before.Project.Plan, undone.Project.Plan);
        Assert.True((undone.Project with { Version = 0, Generation = 0, Undone = [], UndoPoint = null })
            .IsSameAs(before.Project with { Version = 0, Generation = 0, UndoPoint = null }));
        Assert.All(decided.Messages.Where(m => m.Kind != MessageKind.Webhook), m => Assert.NotNull(MessagePolicy.GetObsoleteReason(undone.Project, m)));
    }

    [Fact]
    public void Undo_is_for_ten_minutes_and_for_whoever_decided_or_a_manager()
    {
        var decided = A.CompanyProject.Missed(1).Gives(new SetStandIn(Who.Yanis.Id), Who.Time);
        decided.Gives(new Undo(), Who.Yanis).IsRefused("nothing-to-undo");
        decided.Gives(new Undo(), Who.Nadia).Happened(typeof(DecisionUndone));
        decided.After(Duration.FromMinutes(10)).Gives(new Undo(), Who.Camille).IsRefused("nothing-to-undo");
        decided.Gives(new Undo(), Who.Camille).Happened(typeof(DecisionUndone)).Gives(new Undo(), Who.Camille).IsRefused("nothing-to-undo");
    }

    [Fact]
    public void Client_time_and_other_deciders_stand_in_the_way()
    {
        var missed = A.CompanyProject.Missed(1);
        missed.Gives(new PickCallBack(Paris.At("2026-11-24 11:00 +01")), Who.Jeanne).Gives(new Undo(), Who.Camille).IsRefused("nothing-to-undo");
        missed.Snoozes("2027-01-25").Gives(new Snooze(Paris.Day("2027-02-25"), null, EndsOnAnswer: true), Who.Nadia)
            .Gives(new Undo(), Who.Camille).IsRefused("nothing-to-undo");
        A.CompanyProject.InFollowUp.Wakes().Gives(new Undo(), Who.Nadia).IsRefused("nothing-to-undo");
    }

    [Fact]
    public void Notes_and_providers_do_not_stand_in_the_way_and_stay()
    {
        var before = A.CompanyProject.InFollowUp.After(Duration.FromHours(1));
        var undone = before.Snoozes("2027-01-25")
            .Gives(new ReportProviderAction("PR-1", ProviderActionKind.Quote, before.Now), Who.Website)
            .Gives(new AddNote(new FreeText("vu"), Visibility.Internal), Who.Yanis)
            .Gives(new Undo(), Who.Camille).Happened(typeof(DecisionUndone));
        Assert.Null(undone.Project.Agenda.Snooze);
        Assert.True(undone.Project.GetProviderState("PR-1").Acted);
        Assert.Equal(before.Project.Plan, undone.Project.Plan);
    }

    [Fact]
    public void Mail_that_bounces_meanwhile_changes_the_plan_that_comes_back()
    {
        var undone = A.CompanyProject.InFollowUp.After(Duration.FromHours(1)).Snoozes("2027-01-25")
            .Gives(new ReportMailRefused(Complaint: false), Who.Time).Gives(new Undo(), Who.Camille);
        Assert.False(undone.Project.Contact.MayMail);
        Assert.Equal(Domain.Projects.NextActions.ActionKind.Call, undone.Project.Next!.Kind);
    }

    [Fact]
    public void Newest_note_is_struck_out_first()
    {
        var noted = A.CompanyProject.Missed(1).After(OneMinute).Gives(new AddNote(new FreeText("vu"), Visibility.Internal), Who.Camille);
        noted.Gives(new Undo(), Who.Camille).Happened(typeof(NoteWithdrawn)).Gives(new Undo(), Who.Camille).Happened(typeof(DecisionUndone));
        noted.Gives(new Undo(), Who.Yanis).IsRefused("not-your-project");
    }

    [Fact]
    public void Notice_to_a_provider_is_taken_back_until_it_leaves()
    {
        var story = A.CompanyProject.InFollowUp.After(Duration.FromHours(1));
        var sent = story.Gives(new ReportProviderAction("PR-1", ProviderActionKind.Quote, story.Now), Who.Website).ClientSays(ClientAnswer.TalkingTo, "PR-1")
            .Gives(new SendGoodChances("PR-1"), Who.Camille);
        var mail = Assert.Single(sent.Messages);
        Assert.Equal(sent.Now + Duration.FromMinutes(2), mail.NotBefore);
        sent.After(Duration.FromMinutes(2)).Gives(new Undo(), Who.Camille).IsRefused("nothing-to-undo");
        var undone = sent.After(OneMinute).Gives(new Undo(), Who.Camille).Happened(typeof(DecisionUndone));
        Assert.Equal("undone", MessagePolicy.GetObsoleteReason(undone.Project, mail));
        undone.Gives(new SendGoodChances("PR-1"), Who.Camille).Happened(typeof(GoodChancesSent));
    }

    [Fact]
    public void Colleague_who_wrote_the_newest_note_takes_back_no_decision_of_others()
    {
        var closed = A.CompanyProject.InFollowUp.After(Duration.FromHours(1)).Gives(new AddNote(new FreeText("vu"), Visibility.Internal), Who.Yanis)
            .After(Duration.FromMinutes(11)).ClientSays(ClientAnswer.GaveUp);
        closed.Gives(new Undo(), Who.Yanis).IsRefused("nothing-to-undo");
        closed.Gives(new Undo(), Who.Camille).Happened(typeof(ClosingUndone));
    }

    [Fact]
    public void What_a_call_or_a_verdict_owes_leaves_two_minutes_later_and_an_invitation_at_once()
    {
        var missed = A.CompanyProject.Missed(1);
        Assert.Equal(missed.Now + Duration.FromMinutes(2), Assert.Single(missed.Messages).NotBefore);
        Assert.All(A.CompanyProject.InFollowUp.Messages, m => Assert.Equal(A.CompanyProject.InFollowUp.Now + Duration.FromMinutes(2), m.NotBefore));
        var agreed = A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.CallBack, agreed: Paris.At("2026-11-24 11:00 +01"));
        Assert.Equal(agreed.Now, Assert.Single(agreed.Messages).NotBefore);
    }

    [Fact]
    public void Last_call_is_corrected_in_one_decision()
    {
        var missed = A.CompanyProject.Missed(1).After(OneMinute);
        var corrected = missed.Gives(new CorrectLastCall(new RecordCall(CallOutcome.Serious, missed.Now)), Who.Camille);
        corrected.Happened(typeof(DecisionUndone), typeof(ClientReached), typeof(ProjectValidated)).Is(Phase.InFollowUp, Stage.Relaunching);
        Assert.Single(corrected.Project.Contact.RecentCalls);
        Assert.NotNull(corrected.Project.Plan);
        corrected.Gives(new CorrectLastCall(new RecordCall(CallOutcome.Busy, missed.Now)), Who.Camille).Is(Phase.AwaitingValidation, Stage.Reaching);
        corrected.Gives(new Undo(), Who.Camille).Is(Phase.AwaitingValidation, Stage.Reaching);
        missed.Gives(new CorrectLastCall(new RecordCall(CallOutcome.Busy, missed.Now)), Who.Yanis).IsRefused("not-your-project");
        A.CompanyProject.InFollowUp.After(Duration.FromHours(1)).Snoozes("2027-01-25")
            .Gives(new CorrectLastCall(new RecordCall(CallOutcome.Busy, Paris.At(A.Monday))), Who.Camille).IsRefused("nothing-to-undo");
    }

    public static TheoryData<string> StandsInTheWayOfRelaunches => ["pause", "closing"];

    /// <summary>A relaunch whose minute falls into the ten minutes of a decision waits for their end: an undo finds it unsent.</summary>
    [Theory]
    [MemberData(nameof(StandsInTheWayOfRelaunches))]
    public void Relaunch_that_falls_due_during_the_undo_time_is_held_and_not_dropped(string name)
    {
        var relaunched = A.CompanyProject.InFollowUp.Wakes();
        var mail = Assert.Single(relaunched.Messages, m => m.Kind == MessageKind.RelaunchFirst);
        var decided = relaunched.Gives(All[name].Command, Who.Camille);
        var end = decided.Now + Duration.FromMinutes(10);
        Assert.Equal(end, MessagePolicy.GetHeldUntil(decided.Project, mail, decided.Now));
        var undone = decided.After(OneMinute).Gives(new Undo(), Who.Camille);
        Assert.Null(MessagePolicy.GetHeldUntil(undone.Project, mail, undone.Now));
        Assert.Null(MessagePolicy.GetObsoleteReason(undone.Project, mail));
        Assert.Null(MessagePolicy.GetHeldUntil(decided.Project, mail, end));
        Assert.NotNull(MessagePolicy.GetObsoleteReason(decided.Project, mail));
    }

    [Fact]
    public void Answer_of_the_client_drops_a_relaunch_at_once()
    {
        var relaunched = A.CompanyProject.InFollowUp.Wakes();
        var mail = Assert.Single(relaunched.Messages, m => m.Kind == MessageKind.RelaunchFirst);
        var answered = relaunched.ClientSays(ClientAnswer.GaveUp);
        Assert.Null(MessagePolicy.GetHeldUntil(answered.Project, mail, answered.Now));
        Assert.Equal("closed", MessagePolicy.GetObsoleteReason(answered.Project, mail));
    }

    [Fact]
    public void Subscriber_hears_of_the_plan_that_comes_back()
    {
        var told = Policy.Default with { WebhookEvents = [WebhookEvent.NextAction, WebhookEvent.Assigned] };
        var before = A.CompanyProject.Under(told).InFollowUp.After(Duration.FromHours(1));
        var undone = before.Snoozes("2027-01-25").Gives(new Undo(), Who.Camille);
        Assert.Null(Assert.Single(undone.Last.Events).Plan);
        Assert.Contains(undone.Messages, m => m.Event == WebhookEvent.NextAction);
        Assert.Contains(before.Gives(new Assign(Who.Yanis.Id), Who.Camille).Gives(new Undo(), Who.Camille).Messages, m => m.Event == WebhookEvent.Assigned);
    }

    [Fact]
    public void Subscriber_hears_of_a_reopening_that_is_taken_back()
    {
        var undone = A.CompanyProject.Dead.After(Duration.FromHours(1)).Gives(new Reopen(null), Who.Camille).Gives(new Undo(), Who.Camille);
        var told = Assert.Single(undone.Messages, m => m.Kind == MessageKind.Webhook);
        Assert.False(undone.Project.IsOpen);
        Assert.Null(MessagePolicy.GetObsoleteReason(undone.Project, told));
        Assert.NotNull(MessagePolicy.GetObsoleteReason(undone.Gives(new Reopen(null), Who.Camille).Project, told));
    }

    [Fact]
    public void Closing_that_is_taken_back_was_told_to_nobody()
    {
        var closed = A.CompanyProject.InFollowUp.After(Duration.FromHours(1)).Gives(new Close(Outcome.Won("PR-1"), OnWordOf: WordOf.Client), Who.Camille);
        var undone = closed.After(OneMinute).Gives(new Undo(), Who.Camille).Happened(typeof(ClosingUndone));
        Assert.Empty(undone.Messages);
        Assert.All(closed.Messages, m => Assert.Equal("closing-undone", MessagePolicy.GetObsoleteReason(undone.Project, m)));
    }
}
