using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "Awaiting validation".</summary>
public class ValidationTests
{
    [Fact]
    public void The_first_call_falls_within_one_working_hour_of_submission() =>
        A.CompanyProject.AwaitingValidation
            .Is(Phase.AwaitingValidation, Stage.Reaching)
            .NextIs(ActionKind.Call, "2026-11-23 10:00 +01", ReasonCode.FirstCall);

    [Theory]
    [InlineData("2026-11-23 12:00 +01", "2026-11-23 14:30 +01")]
    [InlineData("2026-11-23 18:00 +01", "2026-11-24 09:30 +01")]
    [InlineData("2026-11-27 22:00 +01", "2026-11-30 10:00 +01")]
    [InlineData("2026-12-24 18:00 +01", "2026-12-28 09:30 +01")]
    public void An_hour_that_the_office_is_closed_is_no_working_hour(string posted, string call) =>
        A.CompanyProject.PostedOn(posted).AwaitingValidation.NextIs(ActionKind.Call, call);

    [Fact]
    public void A_company_is_tried_six_times_over_ten_working_days_at_different_half_days()
    {
        string[] calls =
        [
            "2026-11-23 10:00 +01", "2026-11-24 15:00 +01", "2026-11-26 10:00 +01",
            "2026-11-30 15:00 +01", "2026-12-02 10:00 +01", "2026-12-04 15:00 +01",
        ];
        for (var missed = 0; missed < calls.Length; missed++)
        {
            A.CompanyProject.Missed(missed).NextIs(ActionKind.Call, calls[missed]);
        }
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Mail_follows_the_first_third_and_last_missed_attempt(int attempt, bool mail) =>
        A.CompanyProject.Missed(attempt).Enqueues(mail ? [MessageKind.TriedToReachYou] : []);

    [Theory]
    [InlineData("2026-11-23 08:59 +01", "call-before-submission")]
    [InlineData("2026-11-23 14:59 +01", "call-before-last-call")]
    [InlineData("2026-11-24 15:01 +01", "in-the-future")]
    [InlineData("2026-11-23 15:00 +01", null)]
    public void Call_has_a_possible_date(string at, string? refusal) => Assert.Equal(
        refusal, A.CompanyProject.Missed(2).Gives(new RecordCall(CallOutcome.Busy, Paris.At(at)), Who.Camille).Last.Refusal?.Code);

    [Fact]
    public void Calls_of_one_half_day_are_one_attempt_and_each_counts_towards_the_cap()
    {
        var story = A.PersonProject.Missed(1).After(NodaTime.Duration.FromMinutes(1)).Calls(CallOutcome.Busy)
            .After(NodaTime.Duration.FromMinutes(1)).Calls(CallOutcome.Voicemail);
        story.Happened(typeof(CallMissed)).EnqueuesNoMail();
        Assert.Equal((1, 3), (story.Project.Cycle.Attempts, story.Project.Contact.RecentCalls.Length));
        Assert.Equal(A.PersonProject.Missed(1).Project.Next, story.Project.Next);
        Assert.Equal(2, story.At("2026-11-23 15:00 +01").Calls(CallOutcome.NoAnswer).Project.Cycle.Attempts);
    }

    [Fact]
    public void Corrected_number_that_is_missed_in_the_same_half_day_is_a_first_attempt()
    {
        var story = A.CompanyProject.Missed(1).After(NodaTime.Duration.FromMinutes(10)).Gives(new CorrectNumber(), Who.Jeanne)
            .After(NodaTime.Duration.FromMinutes(10)).Calls(CallOutcome.NoAnswer);
        Assert.Equal(1, story.Project.Cycle.Attempts);
        story.Enqueues(MessageKind.TriedToReachYou);
    }

    [Fact]
    public void The_three_mails_have_three_tones() => Assert.Equal(
        [1, 2, 3],
        new[] { 1, 3, 6 }.Select(attempt => A.CompanyProject.Missed(attempt).Messages.Single().Number));

    [Fact]
    public void After_the_last_attempt_the_client_has_five_working_days() =>
        A.CompanyProject.LastMailSent
            .Is(Phase.AwaitingValidation, Stage.LastMailSent)
            .NextIs(ActionKind.WaitForClient, "2026-12-11 15:00 +01", ReasonCode.LastChanceBeforeUnreachable);

    [Fact]
    public void Client_who_is_never_reached_is_closed_as_unreachable_by_time() =>
        A.CompanyProject.LastMailSent.Wakes().IsDead(DeathReason.Unreachable).EnqueuesNoMail();

    [Fact]
    public void A_call_back_slot_picked_from_the_last_mail_starts_over() =>
        A.CompanyProject.LastMailSent
            .Gives(new PickCallBack(Paris.At("2026-12-08 11:00 +01")), Who.Jeanne)
            .Is(Phase.AwaitingValidation, Stage.Reaching)
            .NextIs(ActionKind.Call, "2026-12-08 11:00 +01", ReasonCode.AgreedCall)
            .Enqueues(MessageKind.CallAgreed);

    [Fact]
    public void A_slot_outside_the_hours_is_not_offered() =>
        A.CompanyProject.Missed(1)
            .Gives(new PickCallBack(Paris.At("2026-11-28 11:00 +01")), Who.Jeanne).IsRefused("outside-contact-rules")
            .Gives(new PickCallBack(Paris.At("2026-11-23 09:00 +01")), Who.Jeanne).IsRefused("in-the-past");

    [Fact]
    public void A_corrected_number_is_called_within_the_hour() =>
        A.CompanyProject.Missed(3).At("2026-11-26 14:00 +01")
            .Gives(new CorrectNumber(), Who.Jeanne)
            .Happened(typeof(NumberCorrected))
            .NextIs(ActionKind.Call, "2026-11-26 15:00 +01", ReasonCode.FirstCall);

    [Fact]
    public void Serious_goes_into_follow_up_with_its_evidence_as_facts()
    {
        var story = A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.Serious, facts: Evidence.Budget | Evidence.DecisionMaker);
        story.Is(Phase.InFollowUp, Stage.Relaunching).Happened(typeof(ClientReached), typeof(ProjectValidated));
        Assert.Equal(Evidence.PhoneReached | Evidence.Budget | Evidence.DecisionMaker, story.Project.Evidence);
    }

    [Fact]
    public void Not_serious_is_dead_with_a_reason_from_the_list_and_words()
    {
        var story = A.CompanyProject.AwaitingValidation.WhenDue().Gives(
            new RecordCall(CallOutcome.NotSerious, Paris.At("2026-11-23 10:00 +01"), NotSerious: NotSeriousReason.NoBudget, Reason: new FreeText("rien avant 2028")),
            Who.Camille);
        story.IsDead(DeathReason.NotSerious).Enqueues(MessageKind.NotSerious);
        var closed = Assert.IsType<ProjectClosed>(story.Timeline[^1].Event);
        Assert.Equal((NotSeriousReason.NoBudget, "rien avant 2028"), (closed.NotSerious, closed.Reason!.Text));
    }

    [Fact]
    public void Needs_information_asks_by_mail_and_waits_for_the_answer() =>
        A.CompanyProject.InformationAsked
            .Enqueues(MessageKind.MissingInformation)
            .NextIs(ActionKind.WaitForClient, "2026-11-30 10:00 +01", ReasonCode.AwaitingInformation);

    [Fact]
    public void What_the_client_sends_is_gone_through_on_the_phone() =>
        A.CompanyProject.InformationGiven
            .Is(Phase.AwaitingValidation, Stage.InformationGiven)
            .NextIs(ActionKind.Call, "2026-11-23 15:00 +01", ReasonCode.InformationArrived);

    [Fact]
    public void Missing_information_that_does_not_arrive_is_followed_by_calls() =>
        A.CompanyProject.InformationAsked.Wakes()
            .Happened(typeof(InformationAwaitedInVain))
            .NextIs(ActionKind.Call, "2026-11-30 11:00 +01", ReasonCode.InformationNotGiven);

    [Fact]
    public void Call_that_is_not_made_is_looked_at_less_and_less_often()
    {
        var story = A.CompanyProject.AwaitingValidation.Wakes().Happened(typeof(CallOverdue));
        story.NextIs(ActionKind.Call, "2026-11-23 10:00 +01");
        Assert.Equal(Paris.At("2026-11-25 10:00 +01"), story.Project.WakeAt);
        Assert.Equal(Paris.At("2026-11-27 10:00 +01"), story.Wakes().Project.WakeAt);
        Assert.True(story.Wakes(12).Project.WakeAt <= story.Wakes(12).Now + NodaTime.Duration.FromDays(32));
    }

    [Fact]
    public void A_verdict_comes_before_how_the_search_goes() =>
        A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.StillLooking).IsRefused("verdict-needed");

    [Fact]
    public void A_verdict_is_given_once() =>
        A.CompanyProject.InFollowUp.After(NodaTime.Duration.FromHours(1)).Calls(CallOutcome.Serious).IsRefused("not-awaiting-validation");

    [Fact]
    public void A_call_written_down_late_does_not_turn_the_clock_back() =>
        A.CompanyProject.Missed(1).At("2026-11-24 15:00 +01").Calls(CallOutcome.NoAnswer)
            .Gives(new RecordCall(CallOutcome.Busy, Paris.At("2026-11-24 10:00 +01")), Who.Camille)
            .NextIs(ActionKind.Call, "2026-11-26 10:00 +01");

    [Fact]
    public void A_call_can_be_recorded_only_once_it_took_place() =>
        A.CompanyProject.AwaitingValidation
            .Gives(new RecordCall(CallOutcome.NoAnswer, Paris.At("2026-11-23 09:01 +01")), Who.Camille).IsRefused("in-the-future");

    [Fact]
    public void A_company_without_phone_or_mail_left_can_only_be_waited_for() =>
        A.CompanyProject.AwaitingValidation
            .Gives(new OptOut(Channel.Phone), Who.Jeanne).Gives(new OptOut(Channel.Mail), Who.Jeanne)
            .NextIs(ActionKind.WaitForClient, "2026-11-30 09:00 +01", ReasonCode.NoChannelLeft)
            .Wakes().IsDead(DeathReason.Unreachable);

    [Fact]
    public void Submission_is_acknowledged_at_once_without_a_hand_over_mail()
    {
        var posted = A.CompanyProject.PostedOn("2026-11-28 22:00 +01").AwaitingValidation.Enqueues(MessageKind.Receipt);
        Assert.Equal(posted.Now, posted.Messages.Single().NotBefore);
        A.PersonWithoutConsent.AwaitingValidation.EnqueuesNoMail();
    }

    [Theory]
    [InlineData("2026-11-22 09:01 +01", true)]
    [InlineData("2026-11-22 09:00 +01", false)]
    [InlineData("2024-11-22 09:00 +01", false)]
    public void A_submission_that_comes_a_day_late_needs_no_receipt(string submitted, bool receipt) =>
        Story.Begin(A.CompanyProject.Submission with { SubmittedAt = Paris.At(submitted) }, Policy.Default, Paris.At(A.Monday))
            .Enqueues(receipt ? [MessageKind.Receipt] : []);

    [Fact]
    public void A_submission_from_the_future_is_of_now()
    {
        var submission = A.CompanyProject.Submission;
        Assert.Equal(Paris.At(A.Monday), Story.Begin(submission with { SubmittedAt = Paris.At("2027-01-04 09:00 +01") }, Policy.Default, Paris.At(A.Monday)).Project.SubmittedAt);
        Assert.Equal(Paris.At("2026-11-20 09:00 +01"), Story.Begin(submission with { SubmittedAt = Paris.At("2026-11-20 09:00 +01") }, Policy.Default, Paris.At(A.Monday)).Project.SubmittedAt);
    }

    [Fact]
    public void Call_me_while_information_is_awaited_goes_back_to_reaching_the_client() =>
        A.CompanyProject.InformationAsked.ClientSays(ClientAnswer.CallMe, call: Paris.At("2026-11-25 10:00 +01"))
            .Is(Phase.AwaitingValidation, Stage.Reaching).NextIs(ActionKind.Call, "2026-11-25 10:00 +01", ReasonCode.AgreedCall);
}
