using FollowUp.Domain.Tests.Calendar;

namespace FollowUp.Domain.Tests;

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
            [(Insistence.Asked, Who.Camille.Id), (Insistence.Reminded, Who.Camille.Id), (Insistence.Escalated, NextAction.ByManager)],
            asked.Mailed.Select(m => (m.Insistence, m.Recipient!)));
        Assert.Equal([0, 3, 7], asked.Mailed.Select(m => WorkingDaysAfter(asked, m)));
        Assert.All(asked.Mailed, m => Assert.Null(Obligations.Overtaken(asked.Project, m)));
        Assert.All(asked.Mailed, m => Assert.True(m.NotBefore < asked.Project.Next!.DueAt));
        var decided = asked.Gives(new Approve(true), Who.Nadia);
        Assert.All(asked.Mailed, m => Assert.Equal("decided", Obligations.Overtaken(decided.Project, m)));
    }

    [Fact]
    public void A_client_who_wants_a_provider_that_came_forward_has_staff_asked_once_whether_to_tell_it()
    {
        Asked.Happened(typeof(ClientAnswered), typeof(GoodChancesAsked)).Owes(MessageKind.GoodChancesRequest);
        Asked.ClientSays(ClientAnswer.StillLooking).ClientSays(ClientAnswer.TalkingTo, "PR-1").Happened(typeof(ClientAnswered)).Owes();
    }

    [Fact]
    public void What_stands_on_a_project_is_asked_of_whoever_is_in_charge_or_of_the_colleague()
    {
        Assert.Empty(StaffQuestion.StandingOn(A.CompanyProject.InFollowUp.Project));
        var asked = Asked.Gives(new AskTakeOver(Who.Yanis.Id), Who.Time).Project;
        Assert.Equal(
            [(new TakeProjectOver(Who.Yanis.Id), Who.Yanis.Id), (new TellProvider("PR-1"), Who.Camille.Id)],
            StaffQuestion.StandingOn(asked).Select(q => (q, q.AskedOf(asked)!)));
        var silent = A.CompanyProject.ApprovalAsked.Project;
        Assert.Equal([new CloseForSilence()], StaffQuestion.StandingOn(silent));
        Assert.Equal(Who.Camille.Id, new CloseForSilence().AskedOf(silent));
        Assert.Empty(StaffQuestion.StandingOn(Asked.ClientSays(ClientAnswer.GaveUp).Project));
    }

    [Fact]
    public void A_project_awaits_a_colleague_who_was_asked_and_once_closed_whoever_reads_its_replies()
    {
        Assert.Null(Asked.Project.AwaitedOutsideQueue);
        var asked = Asked.Gives(new AskTakeOver(Who.Yanis.Id), Who.Time);
        Assert.Equal(Who.Yanis.Id, asked.Project.AwaitedOutsideQueue);
        var closed = asked.ClientSays(ClientAnswer.GaveUp);
        Assert.Null(closed.Project.AwaitedOutsideQueue);
        var wrote = closed.Gives(new ReportReply(new Words("Merci"), closed.Project.ClosedAt!.Value), Who.Jeanne).Project;
        Assert.Equal(Who.Camille.Id, wrote.AwaitedOutsideQueue);
        Assert.Equal(NextAction.ByManager, (wrote with { Coordinator = null }).AwaitedOutsideQueue);
    }

    [Fact]
    public void The_order_in_which_they_find_each_other_does_not_matter() => A.CompanyProject.InFollowUp
        .ClientSays(ClientAnswer.TalkingTo, "PR-1").Happened(typeof(ClientAnswered))
        .Gives(Quote, Who.Website).Happened(typeof(ProviderActed), typeof(GoodChancesAsked));

    [Fact]
    public void Staff_who_heard_it_themselves_are_not_asked_by_mail() => A.CompanyProject.InFollowUp
        .Gives(Quote, Who.Website).Calls(CallOutcome.TalkingTo, "PR-1").Happened(typeof(ClientReached)).Owes();

    [Fact]
    public void Nobody_is_asked_before_the_project_is_known_to_be_serious() => A.CompanyProject.AwaitingValidation
        .Gives(Quote, Who.Website).ClientSays(ClientAnswer.TalkingTo, "PR-1").Happened(typeof(ClientAnswered));

    [Fact]
    public void Nobody_is_asked_once_the_client_has_chosen() => A.CompanyProject.InFollowUp
        .Gives(Quote, Who.Website).ClientSays(ClientAnswer.Chose, "PR-1").IsWon("PR-1").Owes(MessageKind.OutcomeThanks);

    [Fact]
    public void A_notice_that_was_sent_declined_or_came_too_late_is_no_longer_asked_for()
    {
        var request = Asked.Mailed[0];
        Assert.Null(Obligations.Overtaken(Asked.Project, request));
        Assert.Equal("decided", Obligations.Overtaken(Asked.Gives(new SendGoodChances("PR-1"), Who.Camille).Project, request));
        Assert.Equal("decided", Obligations.Overtaken(Asked.Gives(new DeclineGoodChances("PR-1"), Who.Camille).Project, request));
        Assert.Equal("closed", Obligations.Overtaken(Asked.ClientSays(ClientAnswer.GaveUp).Project, request));
    }

    [Fact]
    public void A_declined_notice_is_declined_once_and_may_still_be_sent_later()
    {
        var declined = Asked.Gives(new DeclineGoodChances("PR-1"), Who.Camille).Happened(typeof(GoodChancesDeclined));
        declined.Gives(new DeclineGoodChances("PR-1"), Who.Nadia).ChangesNothing();
        declined.Gives(new SendGoodChances("PR-1"), Who.Camille).Owes(MessageKind.GoodChances)
            .Gives(new DeclineGoodChances("PR-1"), Who.Camille).IsRefused("already-told");
        A.CompanyProject.InFollowUp.Gives(new DeclineGoodChances("PR-1"), Who.Camille).IsRefused("nothing-to-approve");
    }

    [Fact]
    public void Without_a_stand_in_a_colleague_is_asked_and_the_manager_the_same_day()
    {
        NobodyStandsIn.Happened(typeof(TakeOverAsked)).Owes(MessageKind.TakeOverRequest);
        Assert.Equal([Who.Yanis.Id, Who.Yanis.Id, NextAction.ByManager], NobodyStandsIn.Mailed.Select(m => m.Recipient));
        Assert.All(NobodyStandsIn.Mailed, m => Assert.Equal(Paris.Day("2026-11-24"), WorkingCalendar.France.DateOf(m.NotBefore)));
        NobodyStandsIn.Gives(new AskTakeOver(Who.Yanis.Id), Who.Time).ChangesNothing();
    }

    [Fact]
    public void The_colleague_who_was_asked_may_take_over_and_nobody_else_may()
    {
        var next = NobodyStandsIn.Project.Next;
        var taken = NobodyStandsIn.Gives(new TakeOver(true), Who.Yanis).Happened(typeof(StandInStarted));
        Assert.Equal((Who.Yanis.Id, null, next), (taken.Project.InCharge, taken.Project.TakeOverAskedOf, taken.Project.Next));
        taken.Gives(new StandIn(null), Who.Time).Happened(typeof(StandInEnded));
        Assert.Equal("decided", Obligations.Overtaken(taken.Project, NobodyStandsIn.Mailed[1]));
        A.CompanyProject.InFollowUp.Gives(new TakeOver(true), Who.Yanis).IsRefused("not-your-project");
        A.CompanyProject.InFollowUp.Gives(new TakeOver(true), Who.Nadia).IsRefused("nothing-to-take-over");
    }

    [Fact]
    public void Whoever_decides_for_the_colleague_it_is_the_colleague_who_takes_over() =>
        Assert.Equal(Who.Yanis.Id, NobodyStandsIn.Gives(new TakeOver(true), Who.Nadia).Project.StandIn);

    [Fact]
    public void A_no_leaves_the_project_where_it_is_and_somebody_else_may_be_asked()
    {
        var declined = NobodyStandsIn.Gives(new TakeOver(false), Who.Yanis).Happened(typeof(TakeOverDeclined));
        Assert.Equal((Who.Camille.Id, null), (declined.Project.InCharge, declined.Project.TakeOverAskedOf));
        declined.Gives(new AskTakeOver(Who.Nadia.Id), Who.Time).Happened(typeof(TakeOverAsked));
    }

    [Fact]
    public void The_return_of_the_coordinator_ends_the_question() =>
        Assert.Equal("decided", Obligations.Overtaken(
            NobodyStandsIn.Gives(new StandIn(null), Who.Time).Happened(typeof(StandInEnded)).Project, NobodyStandsIn.Mailed[0]));

    static int WorkingDaysAfter(Story story, OwedMessage message)
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
            var question = StaffQuestion.Of(story.Timeline.Last(e => e.Event.GetType() == event_).Event)!;
            Assert.True(question.Stands(story.Project));
            foreach (var yes in new[] { true, false })
            {
                var settled = story.Gives(question.Answer(yes), Who.Nadia);
                Assert.Contains(settled.Last.Events, e => question.SettledBy(e.Event));
                Assert.False(question.Stands(settled.Project));
            }
        }

        Assert.Equal((new Approve(true), new SendGoodChances("PR-1"), new TakeOver(true)), (new CloseForSilence().Answer(true), new TellProvider("PR-1").Answer(true), new TakeProjectOver("y").Answer(true)));
        Assert.Equal((new Approve(false), new DeclineGoodChances("PR-1"), new TakeOver(false)), (new CloseForSilence().Answer(false), new TellProvider("PR-1").Answer(false), new TakeProjectOver("y").Answer(false)));
        Assert.Null(StaffQuestion.Of(new ProjectValidated()));
    }
}
