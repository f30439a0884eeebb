using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>A repeated command changes nothing.</summary>
public class RepeatTests
{
    static readonly Duration Second = Duration.FromSeconds(1);

    [Fact]
    public void Call_recorded_twice_counts_once()
    {
        var call = new RecordCall(CallOutcome.NoAnswer, Paris.At("2026-11-23 10:00 +01"));
        A.CompanyProject.AwaitingValidation.WhenDue().Gives(call, Who.Camille).Happened(typeof(CallMissed))
            .After(Second).Gives(call, Who.Camille).ChangesNothing()
            .Gives(call with { Outcome = CallOutcome.Busy }, Who.Camille).Happened(typeof(CallMissed));
    }

    [Fact]
    public void Two_calls_at_the_current_instant_are_two_calls() =>
        A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.NoAnswer).Calls(CallOutcome.NoAnswer).Happened(typeof(CallMissed));

    [Fact]
    public void Same_answer_on_the_same_day_is_a_repeat()
    {
        A.CompanyProject.Relaunched(1).ClientSays(ClientAnswer.StillLooking).After(Second).ClientSays(ClientAnswer.StillLooking).ChangesNothing();
        A.CompanyProject.Relaunched(1).ClientSays(ClientAnswer.TalkingTo, "PR-1").After(Second).ClientSays(ClientAnswer.TalkingTo, "PR-1").ChangesNothing()
            .ClientSays(ClientAnswer.TalkingTo, "PR-2").Happened(typeof(ClientAnswered));
        A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.NotNow, until: Paris.Day("2027-01-25")).After(Second)
            .ClientSays(ClientAnswer.NotNow, until: Paris.Day("2027-01-25")).ChangesNothing();
        A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.CallMe).After(Second).ClientSays(ClientAnswer.CallMe).ChangesNothing();
    }

    [Fact]
    public void Same_answer_after_a_missed_call_is_a_sign_of_life() =>
        A.CompanyProject.AwaitingValidation.At("2026-11-23 09:30 +01").ClientSays(ClientAnswer.StillLooking)
            .At("2026-11-23 10:30 +01").Calls(CallOutcome.NoAnswer)
            .At("2026-11-23 11:00 +01").ClientSays(ClientAnswer.StillLooking).Happened(typeof(ClientAnswered));

    [Fact]
    public void Same_answer_on_another_day_is_a_sign_of_life() =>
        A.CompanyProject.Relaunched(1).ClientSays(ClientAnswer.StillLooking).After(Duration.FromDays(1))
            .ClientSays(ClientAnswer.StillLooking).Happened(typeof(ClientAnswered));

    [Fact]
    public void Slot_picked_twice_is_one_call_and_one_mail()
    {
        var slot = new PickCallBack(Paris.At("2026-11-24 11:00 +01"));
        A.CompanyProject.Missed(1).Gives(slot, Who.Jeanne).Enqueues(MessageKind.CallAgreed)
            .After(Second).Gives(slot, Who.Jeanne).ChangesNothing().EnqueuesNoMail();
    }

    [Fact]
    public void Signal_reported_twice_counts_once()
    {
        var signal = new ReportSignal(SignalKind.Message, null, Paris.At(A.Monday));
        A.CompanyProject.InFollowUp.Gives(signal, Who.Website).Gives(signal, Who.Website).ChangesNothing();
    }

    [Fact]
    public void A_submission_that_is_known_changes_nothing() =>
        A.CompanyProject.InFollowUp.Gives(A.CompanyProject.Submission, Who.Website).ChangesNothing();
}
