using FollowUp.Domain.Outbox;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Private persons: the décret 2022-1313 and the consent.</summary>
public class PersonTests
{
    [Theory]
    [InlineData("2026-11-23 08:00 +01", "2026-11-23 11:00 +01")]
    [InlineData("2026-11-23 12:30 +01", "2026-11-23 14:30 +01")]
    [InlineData("2026-11-23 19:30 +01", "2026-11-24 10:30 +01")]
    [InlineData("2026-04-30 19:30 +02", "2026-05-04 10:30 +02")]
    [InlineData("2026-07-13 19:30 +02", "2026-07-15 10:30 +02")]
    public void Calls_are_planned_from_10_to_13_and_14_to_20_and_on_no_holiday(string posted, string call) =>
        A.PersonProject.PostedOn(posted).AwaitingValidation.NextIs(ActionKind.Call, call);

    [Fact]
    public void Four_attempts_and_no_fifth_call_in_thirty_days()
    {
        A.PersonProject.Missed(4).Is(Phase.AwaitingValidation, Stage.LastMailSent);
        A.PersonProject.Missed(4).After(Duration.FromDays(1)).Gives(new CorrectNumber(), Who.Jeanne)
            .NextIs(ActionKind.Call, "2026-12-23 11:00 +01", ReasonCode.FirstCall);
    }

    [Fact]
    public void Reason_names_the_cap()
    {
        var story = A.PersonProject.Missed(4).After(Duration.FromDays(1)).Gives(new CorrectNumber(), Who.Jeanne);
        Assert.True(story.Project.Next!.Why.Capped);
        Assert.EndsWith("5e appel en 30 jours\u00a0: pas avant le mercredi 23 décembre 2026", story.Project.Next.Why.Describe(Language.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Unplanned_calls_count_towards_the_cap_of_a_planned_call()
    {
        var story = A.PersonProject.AwaitingValidation.Snoozes("2026-12-01")
            .At("2026-11-25 11:00 +01").Calls(CallOutcome.NoAnswer)
            .At("2026-11-26 11:00 +01").Calls(CallOutcome.NoAnswer)
            .At("2026-11-27 11:00 +01").Calls(CallOutcome.NoAnswer)
            .At("2026-11-30 11:00 +01").Calls(CallOutcome.NoAnswer);
        story.NextIs(ActionKind.Call, "2026-12-28 11:00 +01", ReasonCode.EndOfSnooze);
    }

    [Fact]
    public void Calls_older_than_any_cap_are_dropped()
    {
        var calls = A.PersonProject.Missed(3).At("2027-03-01 11:00 +01").Calls(CallOutcome.NoAnswer).Project.Contact.RecentCalls;
        Assert.Equal([Paris.At("2027-03-01 11:00 +01")], calls);
    }

    [Fact]
    public void Call_at_a_time_that_the_person_chose_ignores_the_cap() =>
        A.PersonProject.Missed(4).Gives(new PickCallBack(Paris.At("2026-12-10 19:00 +01")), Who.Jeanne)
            .NextIs(ActionKind.Call, "2026-12-10 19:00 +01", ReasonCode.AgreedCall);

    [Fact]
    public void Call_outside_the_rules_is_recorded_as_such()
    {
        var story = A.PersonProject.AwaitingValidation.At("2026-11-23 13:30 +01").Calls(CallOutcome.Busy);
        Assert.True(Assert.IsType<CallMissed>(story.Timeline[^1].Event).OutsideRules);
        Assert.False(Assert.IsType<CallMissed>(A.PersonProject.Missed(1).Timeline[^1].Event).OutsideRules);
    }

    [Fact]
    public void Without_consent_to_be_called_there_are_mails_only() =>
        A.PersonWithoutConsent.AwaitingValidation.NextIs(ActionKind.Mail, "2026-11-23 09:00 +01", ReasonCode.AttemptByMail)
            .Wakes().Enqueues(MessageKind.TriedToReachYou).NextIs(ActionKind.Mail, "2026-11-30 09:00 +01")
            .Wakes().Enqueues(MessageKind.TriedToReachYou).NextIs(ActionKind.Mail, "2026-12-03 09:00 +01")
            .Wakes().Enqueues(MessageKind.TriedToReachYou).Is(Phase.AwaitingValidation, Stage.LastMailSent)
            .Wakes().IsDead(DeathReason.Unreachable);

    [Fact]
    public void Without_consent_a_person_who_asks_for_a_call_gets_it() =>
        A.PersonWithoutConsent.AwaitingValidation.ClientSays(ClientAnswer.CallMe, call: Paris.At("2026-11-24 10:15 +01"))
            .NextIs(ActionKind.Call, "2026-11-24 10:15 +01", ReasonCode.AgreedCall)
            .WhenDue().Calls(CallOutcome.Serious).Is(Phase.InFollowUp)
            .NextIs(ActionKind.Mail, "2026-11-27 10:15 +01");

    [Fact]
    public void After_do_not_call_mails_go_on() =>
        A.PersonProject.AwaitingValidation.WhenDue().Calls(CallOutcome.DoNotCall)
            .Happened(typeof(ClientReached), typeof(ChannelClosed))
            .NextIs(ActionKind.Mail, "2026-11-25 11:00 +01", ReasonCode.AttemptByMail);

    [Fact]
    public void Consent_for_the_request_gives_no_relaunch_by_phone()
    {
        var relaunched = A.PersonProject.Relaunched(2);
        Assert.False(relaunched.Project.Contact.MayRelaunchByPhone);
        Assert.Equal(ActionKind.Mail, relaunched.Project.Next!.Kind);
    }

    [Fact]
    public void Consent_for_later_gives_relaunches_by_phone() => Assert.Equal(
        ActionKind.Call,
        A.PersonProject.Relaunched(1).Gives(new RecordConsent(ConsentScope.Later, Given: true, Paris.At("2026-11-30 10:00 +01")), Who.Website).Wakes().Project.Next!.Kind);

    [Fact]
    public void Withdrawn_consent_turns_a_planned_relaunch_call_into_a_mail()
    {
        var call = A.PersonProject.InFollowUp.Gives(new RecordConsent(ConsentScope.Later, Given: true, Paris.At("2026-11-23 11:00 +01")), Who.Website).Wakes(2);
        Assert.Equal(ReasonCode.RelaunchByPhone, call.Project.Next!.Why.Code);
        Assert.Equal(
            ReasonCode.RelaunchByMail,
            call.Gives(new RecordConsent(ConsentScope.Later, Given: false, call.Now), Who.Jeanne).Project.Next!.Why.Code);
    }

    [Fact]
    public void Consent_that_had_ended_before_the_submission_is_none()
    {
        var submission = A.PersonProject.Submission with { Consent = new GivenConsent(ConsentScope.Later, Paris.At("2019-05-02 10:00 +02")) };
        Story.Begin(submission, Policy.Default, Paris.At(A.Monday)).NextIs(ActionKind.Mail, "2026-11-23 09:00 +01", ReasonCode.AttemptByMail);
    }

    [Fact]
    public void Opt_out_of_mails_keeps_the_quiet_period() => Assert.Equal(
        Paris.At("2027-01-22 11:00 +01"),
        A.PersonProject.AwaitingValidation.WhenDue().Calls(CallOutcome.DoNotCall).After(Duration.FromDays(3)).Gives(new OptOut(Channel.Mail), Who.Jeanne).Project.Contact.QuietUntil);

    [Fact]
    public void Event_says_what_closed_a_channel()
    {
        Assert.Equal(
            new ChannelClosed(Channel.Phone, ChannelClosedBy.DoNotCall), A.CompanyProject.InFollowUp.Gives(new OptOut(Channel.Phone), Who.Jeanne).Timeline[^1].Event);
        Assert.Equal(
            new ChannelClosed(Channel.Mail, ChannelClosedBy.Bounce), A.CompanyProject.InFollowUp.Gives(new ReportMailRefused(false), Who.Time).Timeline[^1].Event);
        Assert.Equal(
            new ChannelClosed(Channel.Mail, ChannelClosedBy.Complaint), A.CompanyProject.InFollowUp.Gives(new ReportMailRefused(true), Who.Time).Timeline[^1].Event);
    }

    [Fact]
    public void Sign_of_life_delays_the_first_mail_to_a_person_without_consent() =>
        A.PersonWithoutConsent.AwaitingValidation.At("2026-11-23 09:30 +01").ClientSays(ClientAnswer.StillLooking)
            .NextIs(ActionKind.Mail, "2026-11-25 09:30 +01", ReasonCode.AttemptByMail);

    [Fact]
    public void Submission_without_consent_at_a_weekend_is_answered_at_the_next_mail_window() =>
        A.PersonWithoutConsent.PostedOn("2026-11-28 12:00 +01").AwaitingValidation.NextIs(ActionKind.Mail, "2026-11-30 08:00 +01", ReasonCode.AttemptByMail);

    [Fact]
    public void A_company_gets_mails_only_at_once() =>
        A.CompanyProject.InFollowUp.Calls(CallOutcome.DoNotCall).NextIs(ActionKind.Mail, "2026-11-26 10:00 +01", ReasonCode.RelaunchByMail);

    [Fact]
    public void Do_not_call_cancels_an_agreed_call() =>
        A.CompanyProject.CallAgreed.Gives(new OptOut(Channel.Phone), Who.Jeanne).NextIs(ActionKind.Mail, "2026-11-26 10:00 +01");

    [Theory]
    [InlineData(Channel.Mail)]
    [InlineData(Channel.Phone)]
    public void Second_opt_out_changes_nothing(Channel channel) =>
        A.PersonProject.InFollowUp.Gives(new OptOut(channel), Who.Jeanne).Gives(new OptOut(channel), Who.Jeanne).ChangesNothing();
}
