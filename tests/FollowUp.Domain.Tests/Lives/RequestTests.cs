using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>What staff are asked by mail: once, once more, then the manager; and never what is decided already.</summary>
public class RequestTests
{
    static readonly Command Quote = new ReportProviderAction("PR-1", ProviderActionKind.Quote, Paris.At(A.Monday));

    static Story Asked => A.CompanyProject.InFollowUp.Gives(Quote, Who.Website).ClientSays(ClientAnswer.TalkingTo, "PR-1");

    static Story NobodyStandsIn => A.CompanyProject.InFollowUp.At("2026-11-24 08:05 +01").Gives(new AskTakeOver(Who.Yanis.Id), Who.Time);

    [Fact]
    public void Whether_to_close_for_silence_is_asked_reminded_and_escalated_while_it_stands()
    {
        var asked = A.CompanyProject.ApprovalAsked;
        Assert.Equal(
            [(EscalationLevel.Asked, Who.Camille.Id), (EscalationLevel.Reminded, Who.Camille.Id), (EscalationLevel.Escalated, NextAction.ByManager)],
            asked.Messages.Select(m => (m.EscalationLevel, m.Recipient!)));
        Assert.Equal([0, 3, 7], asked.Messages.Select(m => WorkingDaysAfter(asked, m)));
        Assert.All(asked.Messages, m => Assert.Null(MessagePolicy.GetObsoleteReason(asked.Project, m)));
        Assert.All(asked.Messages, m => Assert.True(m.NotBefore < asked.Project.Next!.DueAt));
        var decided = asked.Gives(new Approve(true), Who.Nadia);
        Assert.All(asked.Messages, m => Assert.Equal("decided", MessagePolicy.GetObsoleteReason(decided.Project, m)));
    }

    [Fact]
    public void Staff_are_asked_once_whether_a_wanted_provider_may_have_its_notice()
    {
        Asked.Happened(typeof(ClientAnswered), typeof(GoodChancesAsked)).Enqueues(MessageKind.GoodChancesRequest);
        Asked.ClientSays(ClientAnswer.StillLooking).ClientSays(ClientAnswer.TalkingTo, "PR-1").Happened(typeof(ClientAnswered)).EnqueuesNoMail();
    }

    [Fact]
    public void What_stands_on_a_project_is_asked_of_whoever_is_in_charge_or_of_the_colleague()
    {
        Assert.Empty(PendingDecision.GetPending(A.CompanyProject.InFollowUp.Project));
        var asked = Asked.Gives(new AskTakeOver(Who.Yanis.Id), Who.Time).Project;
        Assert.Equal(
            [(new PendingTakeOver(Who.Yanis.Id), Who.Yanis.Id), (new PendingGoodChancesNotice("PR-1"), Who.Camille.Id)],
            PendingDecision.GetPending(asked).Select(q => (q, q.GetAssignee(asked)!)));
        var silent = A.CompanyProject.ApprovalAsked.Project;
        Assert.Equal([new PendingClosing()], PendingDecision.GetPending(silent));
        Assert.Equal(Who.Camille.Id, new PendingClosing().GetAssignee(silent));
        Assert.Empty(PendingDecision.GetPending(Asked.ClientSays(ClientAnswer.GaveUp).Project));
    }

    [Fact]
    public void Queue_outside_their_projects_shows_the_asked_colleague_and_the_reader_of_replies()
    {
        Assert.Null(Asked.Project.StaffOutsideQueue);
        var asked = Asked.Gives(new AskTakeOver(Who.Yanis.Id), Who.Time);
        Assert.Equal(Who.Yanis.Id, asked.Project.StaffOutsideQueue);
        var closed = asked.ClientSays(ClientAnswer.GaveUp);
        Assert.Null(closed.Project.StaffOutsideQueue);
        var wrote = closed.Gives(new ReportReply(new FreeText("Merci"), closed.Project.Closing!.At), Who.Jeanne).Project;
        Assert.Equal(Who.Camille.Id, wrote.StaffOutsideQueue);
        Assert.Equal(NextAction.ByManager, (wrote with { Staffing = new Staffing(null) }).StaffOutsideQueue);
    }

    [Fact]
    public void The_order_in_which_they_find_each_other_does_not_matter() => A.CompanyProject.InFollowUp
        .ClientSays(ClientAnswer.TalkingTo, "PR-1").Happened(typeof(ClientAnswered))
        .Gives(Quote, Who.Website).Happened(typeof(ProviderActed), typeof(GoodChancesAsked));

    [Fact]
    public void Staff_who_recorded_the_interest_are_not_asked_by_mail() => A.CompanyProject.InFollowUp
        .Gives(Quote, Who.Website).Calls(CallOutcome.TalkingTo, "PR-1").Happened(typeof(ClientReached)).EnqueuesNoMail();

    [Fact]
    public void Notice_is_not_asked_for_before_validation() => A.CompanyProject.AwaitingValidation
        .Gives(Quote, Who.Website).ClientSays(ClientAnswer.TalkingTo, "PR-1").Happened(typeof(ClientAnswered));

    [Fact]
    public void Notice_is_not_asked_for_once_the_client_has_chosen() => A.CompanyProject.InFollowUp
        .Gives(Quote, Who.Website).ClientSays(ClientAnswer.Chose, "PR-1").IsWon("PR-1").Enqueues(MessageKind.OutcomeThanks);

    [Fact]
    public void A_notice_that_was_sent_declined_or_came_too_late_is_no_longer_asked_for()
    {
        var request = Asked.Messages[0];
        Assert.Null(MessagePolicy.GetObsoleteReason(Asked.Project, request));
        Assert.Equal("decided", MessagePolicy.GetObsoleteReason(Asked.Gives(new SendGoodChances("PR-1"), Who.Camille).Project, request));
        Assert.Equal("decided", MessagePolicy.GetObsoleteReason(Asked.Gives(new DeclineGoodChances("PR-1"), Who.Camille).Project, request));
        Assert.Equal("closed", MessagePolicy.GetObsoleteReason(Asked.ClientSays(ClientAnswer.GaveUp).Project, request));
    }

    [Fact]
    public void A_declined_notice_is_declined_once_and_may_still_be_sent_later()
    {
        var declined = Asked.Gives(new DeclineGoodChances("PR-1"), Who.Camille).Happened(typeof(GoodChancesDeclined));
        declined.Gives(new DeclineGoodChances("PR-1"), Who.Nadia).ChangesNothing();
        declined.Gives(new SendGoodChances("PR-1"), Who.Camille).Enqueues(MessageKind.GoodChances)
            .Gives(new DeclineGoodChances("PR-1"), Who.Camille).IsRefused("already-told");
        A.CompanyProject.InFollowUp.Gives(new DeclineGoodChances("PR-1"), Who.Camille).IsRefused("nothing-to-approve");
    }

    [Fact]
    public void Without_a_stand_in_a_colleague_is_asked_and_the_manager_the_same_day()
    {
        NobodyStandsIn.Happened(typeof(TakeOverAsked)).Enqueues(MessageKind.TakeOverRequest);
        Assert.Equal([Who.Yanis.Id, Who.Yanis.Id, NextAction.ByManager], NobodyStandsIn.Messages.Select(m => m.Recipient));
        Assert.All(NobodyStandsIn.Messages, m => Assert.Equal(Paris.Day("2026-11-24"), WorkingCalendar.France.DateOf(m.NotBefore)));
        NobodyStandsIn.Gives(new AskTakeOver(Who.Yanis.Id), Who.Time).ChangesNothing();
    }

    [Fact]
    public void The_colleague_who_was_asked_may_take_over_and_nobody_else_may()
    {
        var next = NobodyStandsIn.Project.Next;
        var taken = NobodyStandsIn.Gives(new TakeOver(true), Who.Yanis).Happened(typeof(StandInStarted));
        Assert.Equal((Who.Yanis.Id, null, next), (taken.Project.InCharge, taken.Project.Staffing.TakeOverAskedOf, taken.Project.Next));
        taken.Gives(new SetStandIn(null), Who.Time).Happened(typeof(StandInEnded));
        Assert.Equal("decided", MessagePolicy.GetObsoleteReason(taken.Project, NobodyStandsIn.Messages[1]));
        A.CompanyProject.InFollowUp.Gives(new TakeOver(true), Who.Yanis).IsRefused("not-your-project");
        A.CompanyProject.InFollowUp.Gives(new TakeOver(true), Who.Nadia).IsRefused("nothing-to-take-over");
    }

    [Fact]
    public void Whoever_decides_for_the_colleague_it_is_the_colleague_who_takes_over() =>
        Assert.Equal(Who.Yanis.Id, NobodyStandsIn.Gives(new TakeOver(true), Who.Nadia).Project.Staffing.StandIn);

    [Fact]
    public void A_no_leaves_the_project_where_it_is_and_somebody_else_may_be_asked()
    {
        var declined = NobodyStandsIn.Gives(new TakeOver(false), Who.Yanis).Happened(typeof(TakeOverDeclined));
        Assert.Equal((Who.Camille.Id, null), (declined.Project.InCharge, declined.Project.Staffing.TakeOverAskedOf));
        declined.Gives(new AskTakeOver(Who.Nadia.Id), Who.Time).Happened(typeof(TakeOverAsked));
    }

    [Fact]
    public void The_return_of_the_coordinator_ends_the_question() =>
        Assert.Equal("decided", MessagePolicy.GetObsoleteReason(
            NobodyStandsIn.Gives(new SetStandIn(null), Who.Time).Happened(typeof(StandInEnded)).Project, NobodyStandsIn.Messages[0]));

    static int WorkingDaysAfter(Story story, OutboxMessage message)
    {
        var (day, days) = (WorkingCalendar.France.DateOf(story.Now), 0);
        while (day < WorkingCalendar.France.DateOf(message.NotBefore))
        {
            day = WorkingCalendar.France.AddWorkingDays(day, 1);
            days++;
        }

        return days;
    }

    [Fact]
    public void Yes_and_no_are_the_commands_that_settle_the_question()
    {
        foreach (var (story, event_) in new[] { (A.CompanyProject.ApprovalAsked, typeof(ApprovalAsked)), (Asked, typeof(GoodChancesAsked)), (NobodyStandsIn, typeof(TakeOverAsked)) })
        {
            var question = PendingDecision.FromEvent(story.Timeline.Last(e => e.Event.GetType() == event_).Event)!;
            Assert.True(question.IsPending(story.Project));
            foreach (var yes in new[] { true, false })
            {
                var settled = story.Gives(question.ToCommand(yes), Who.Nadia);
                Assert.Contains(settled.Last.Events, e => question.IsSettledBy(e.Event));
                Assert.False(question.IsPending(settled.Project));
            }
        }

        Assert.Equal((new Approve(true, PendingClosing.ClosingId), new SendGoodChances("PR-1"), new TakeOver(true)), (new PendingClosing().ToCommand(true), new PendingGoodChancesNotice("PR-1").ToCommand(true), new PendingTakeOver("y").ToCommand(true)));
        Assert.Equal((new Approve(false, PendingClosing.ClosingId), new DeclineGoodChances("PR-1"), new TakeOver(false)), (new PendingClosing().ToCommand(false), new PendingGoodChancesNotice("PR-1").ToCommand(false), new PendingTakeOver("y").ToCommand(false)));
        Assert.Null(PendingDecision.FromEvent(new ProjectValidated()));
    }

    [Fact]
    public void Approval_answers_the_only_pending_decision_or_the_one_that_it_names()
    {
        var asked = A.CompanyProject.ApprovalAsked;
        asked.Gives(new Approve(true, "closing"), Who.Camille).Happened(typeof(ProjectClosed));
        asked.Gives(new Approve(true, "good-chances.PR-1"), Who.Camille).IsRefused("nothing-to-approve");
        var both = asked.Gives(new AskTakeOver(Who.Yanis.Id), Who.Time);
        both.Gives(new Approve(true), Who.Camille).IsRefused("which-decision");
        both.Gives(new Approve(true, $"take-over.{Who.Yanis.Id}"), Who.Yanis).Happened(typeof(StandInStarted));
        both.Gives(new Approve(true, "closing"), Who.Yanis).IsRefused("not-your-project");
    }
}
