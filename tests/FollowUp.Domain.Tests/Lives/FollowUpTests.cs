using FollowUp.Domain.Cadences;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Cadences;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "In follow-up".</summary>
public class FollowUpTests
{
    [Fact]
    public void Relaunches_come_after_3_7_14_and_30_days_by_mail_mail_and_phone_in_turn()
    {
        A.CompanyProject.InFollowUp.NextIs(ActionKind.Mail, "2026-11-26 10:00 +01", ReasonCode.RelaunchByMail);
        A.CompanyProject.Relaunched(1).NextIs(ActionKind.Mail, "2026-12-03 10:00 +01");
        A.CompanyProject.Relaunched(2).NextIs(ActionKind.Call, "2026-12-17 10:00 +01", ReasonCode.RelaunchByPhone);
        A.CompanyProject.Relaunched(3).NextIs(ActionKind.Mail, "2027-01-18 08:42 +01");
    }

    [Fact]
    public void First_relaunch_has_its_own_template()
    {
        A.CompanyProject.Relaunched(1).Enqueues(MessageKind.RelaunchFirst);
        A.CompanyProject.Relaunched(2).Enqueues(MessageKind.RelaunchLater);
    }

    [Fact]
    public void Missed_call_of_a_relaunch_counts_as_a_relaunch()
    {
        var story = A.CompanyProject.Relaunched(2).WhenDue().Calls(CallOutcome.Voicemail);
        Assert.Equal(new CallMissed(CallOutcome.Voicemail, story.Now, 0, false, false, false, Relaunch: 3), story.Timeline[^1].Event);
        Assert.Equal(3, story.Project.Cycle.UnansweredContacts);
    }

    [Fact]
    public void Calls_of_one_half_day_are_one_relaunch()
    {
        var byPhone = A.CompanyProject.InFollowUp.Gives(new ReportMailRefused(Complaint: false), Who.Time).WhenDue().Calls(CallOutcome.NoAnswer);
        var again = byPhone.After(NodaTime.Duration.FromMinutes(2)).Calls(CallOutcome.NoAnswer);
        Assert.Equal((1, 1), (byPhone.Project.Cycle.UnansweredContacts, again.Project.Cycle.UnansweredContacts));
        Assert.Equal(byPhone.Project.Next, again.Project.Next);
    }

    [Fact]
    public void Missed_call_that_was_not_due_changes_no_step() =>
        A.CompanyProject.Relaunched(1).At("2026-11-27 11:00 +01").Calls(CallOutcome.NoAnswer)
            .Happened(typeof(CallMissed))
            .NextIs(ActionKind.Mail, "2026-12-03 10:00 +01");

    [Fact]
    public void Relaunch_call_that_is_not_made_becomes_a_mail_after_ten_working_days() =>
        A.CompanyProject.Relaunched(2)
            .Until("2027-01-04 09:59 +01").EnqueuesNoMail()
            .Wakes().Enqueues(MessageKind.RelaunchLater)
            .NextIs(ActionKind.Mail, "2027-02-03 10:00 +01");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public void Sign_of_life_starts_the_cadence_again(int silent)
    {
        var story = A.CompanyProject.Relaunched(silent).After(Duration.FromHours(1)).ClientSays(ClientAnswer.StillLooking);
        story.Is(Phase.InFollowUp, Stage.Relaunching);
        Assert.Equal((0, story.Now), (story.Project.Cycle.UnansweredContacts, story.Project.LastSignOfLife));
        Assert.Equal(ReasonCode.RelaunchByMail, story.Project.Next!.Why.Code);
        Assert.Equal(1, story.Project.Next.Why.Number);
    }

    [Fact]
    public void Message_on_the_website_is_a_sign_of_life() =>
        A.CompanyProject.Warned.After(Duration.FromHours(1))
            .Gives(new ReportSignal(SignalKind.Message, null, Paris.At("2027-02-18 10:00 +01")), Who.Website)
            .Is(Phase.InFollowUp, Stage.Relaunching);

    [Fact]
    public void Talking_to_a_provider_shows_interest_in_it()
    {
        var story = A.CompanyProject.Relaunched(1).ClientSays(ClientAnswer.TalkingTo, "PR-1");
        Assert.True(story.Project.GetProviderState("PR-1").ClientInterested);
        story.ClientSays(ClientAnswer.TalkingTo).IsRefused("provider-needed");
    }

    [Fact]
    public void Chose_provider_X_is_won() =>
        A.CompanyProject.Relaunched(3).ClientSays(ClientAnswer.Chose, "PR-2").IsWon("PR-2").Enqueues(MessageKind.OutcomeThanks);

    [Theory]
    [InlineData(ClientAnswer.GaveUp, DeathReason.Abandoned, true)]
    [InlineData(ClientAnswer.ChoseElsewhere, DeathReason.ChoseElsewhere, true)]
    [InlineData(ClientAnswer.LeaveMeAlone, DeathReason.RefusedContact, false)]
    public void An_answer_that_ends_the_search_is_dead_with_its_reason(ClientAnswer answer, DeathReason reason, bool thanks) =>
        A.CompanyProject.InFollowUp.ClientSays(answer).IsDead(reason).Enqueues(thanks ? [MessageKind.OutcomeThanks] : []);

    [Theory]
    [InlineData(CallOutcome.GaveUp, DeathReason.Abandoned)]
    [InlineData(CallOutcome.ChoseElsewhere, DeathReason.ChoseElsewhere)]
    [InlineData(CallOutcome.RefusesContact, DeathReason.RefusedContact)]
    public void Answer_by_phone_has_the_same_effect(CallOutcome said, DeathReason reason) =>
        A.CompanyProject.InFollowUp.Calls(said).IsDead(reason);

    [Fact]
    public void Chosen_on_the_phone_or_awarded_on_the_website_is_won()
    {
        A.CompanyProject.InFollowUp.Calls(CallOutcome.Chose, "PR-3").IsWon("PR-3");
        A.CompanyProject.InFollowUp.Gives(new ReportSignal(SignalKind.Awarded, "PR-3", Paris.At(A.Monday)), Who.Website).IsWon("PR-3");
        A.CompanyProject.InFollowUp.Gives(new ReportSignal(SignalKind.Awarded, null, Paris.At(A.Monday)), Who.Website).IsRefused("provider-needed");
    }

    [Fact]
    public void Cancelled_on_the_website_is_abandoned() =>
        A.CompanyProject.InFollowUp.Gives(new ReportSignal(SignalKind.Cancelled, null, Paris.At(A.Monday)), Who.Website)
            .IsDead(DeathReason.Abandoned);

    [Fact]
    public void Time_that_the_client_chose_is_kept_on_a_Saturday() =>
        A.CompanyProject.CallAgreed
            .NextIs(ActionKind.Call, "2026-11-28 11:15 +01", ReasonCode.AgreedCall)
            .Enqueues(MessageKind.CallAgreed);

    [Fact]
    public void Agreed_call_is_within_the_rules_at_any_hour()
    {
        var story = A.CompanyProject.CallAgreed.WhenDue().Calls(CallOutcome.StillLooking);
        Assert.False(Assert.IsType<ClientReached>(story.Timeline[^1].Event).OutsideRules);
        story.NextIs(ActionKind.Mail, "2026-12-01 11:15 +01", ReasonCode.RelaunchByMail);
    }

    [Fact]
    public void Call_me_without_a_time_is_a_call_within_one_working_hour() =>
        A.CompanyProject.Relaunched(1).At("2026-11-26 17:45 +01").ClientSays(ClientAnswer.CallMe)
            .NextIs(ActionKind.Call, "2026-11-27 09:15 +01", ReasonCode.AgreedCall);

    [Fact]
    public void A_call_back_agreed_on_the_phone_is_kept() =>
        A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.CallBack, agreed: Paris.At("2026-11-25 20:30 +01"))
            .NextIs(ActionKind.Call, "2026-11-25 20:30 +01", ReasonCode.AgreedCall);

    [Fact]
    public void Call_is_agreed_within_twelve_months()
    {
        A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.CallMe, call: Paris.At("2028-01-03 10:00 +01")).IsRefused("call-too-far");
        A.CompanyProject.InFollowUp.Calls(CallOutcome.CallBack, agreed: Paris.At("2028-01-03 10:00 +01")).IsRefused("call-too-far");
        A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.CallMe, call: Paris.At("2026-11-23 09:00 +01")).IsRefused("in-the-past");
        A.CompanyProject.InFollowUp.Calls(CallOutcome.CallBack).IsRefused("in-the-past");

        // Now is too late, and the last instant of the year is not too far: the project is at Monday 23 November 2026, 10:00.
        A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.CallMe, call: Paris.At("2026-11-23 10:00 +01")).IsRefused("in-the-past");
        A.CompanyProject.InFollowUp.Calls(CallOutcome.CallBack, agreed: Paris.At("2026-11-23 10:00 +01")).IsRefused("in-the-past");
        A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.CallMe, call: Paris.At("2027-11-23 10:00 +01")).NextIs(ActionKind.Call, "2027-11-23 10:00 +01");
        A.CompanyProject.InFollowUp.Calls(CallOutcome.CallBack, agreed: Paris.At("2027-11-23 10:00 +01")).NextIs(ActionKind.Call, "2027-11-23 10:00 +01");
    }

    [Theory]
    [InlineData("2026-11-28 11:00 +01", false)]
    [InlineData("2026-11-28 10:59 +01", true)]
    public void Call_fifteen_minutes_early_is_the_agreed_call(string called, bool outside)
    {
        var story = A.CompanyProject.CallAgreed.At(called).Calls(CallOutcome.StillLooking);
        Assert.Equal(outside, Assert.IsType<ClientReached>(story.Timeline[^1].Event).OutsideRules);
    }

    [Fact]
    public void Missed_agreed_call_ends_the_agreement_and_an_earlier_call_does_not()
    {
        var agreed = A.CompanyProject.CallAgreed;
        agreed.WhenDue().Calls(CallOutcome.NoAnswer).NextIs(ActionKind.Mail, "2026-12-01 11:15 +01", ReasonCode.RelaunchByMail);
        agreed.At("2026-11-27 10:00 +01").Calls(CallOutcome.NoAnswer).NextIs(ActionKind.Call, "2026-11-28 11:15 +01", ReasonCode.AgreedCall);
    }

    [Fact]
    public void Latest_answer_is_kept_from_client_and_staff()
    {
        var said = A.CompanyProject.InFollowUp.ClientSays(ClientAnswer.StillLooking);
        Assert.Equal(ClientAnswer.TalkingTo, said.After(Duration.FromDays(1)).Calls(CallOutcome.TalkingTo, "PR-1").Project.LastClientAnswer);
        Assert.Equal(ClientAnswer.StillLooking, said.After(Duration.FromDays(1)).Calls(CallOutcome.DoNotCall).Project.LastClientAnswer);
    }

    [Fact]
    public void Call_and_its_note_are_recorded_together() => A.CompanyProject.InFollowUp
        .Gives(new RecordCall(CallOutcome.StillLooking, Paris.At("2026-11-23 10:00 +01"), Note: new AddNote(new FreeText("rappeler en mars"), Visibility.Internal)), Who.Camille)
        .Happened(typeof(ClientReached), typeof(NoteAdded));

    [Fact]
    public void Command_that_changes_no_plan_input_keeps_an_overdue_plan()
    {
        var overdue = A.CompanyProject.Relaunched(2).At("2026-12-22 16:00 +01");
        Command[] asides = [new AddNote(new FreeText("vu"), Visibility.Internal), new ShareFact(SharedFact.Phase, Published: false)];
        foreach (var aside in asides) overdue.Gives(aside, Who.Camille).NextIs(ActionKind.Call, "2026-12-17 10:00 +01", ReasonCode.RelaunchByPhone);
        overdue.Gives(new ReportProviderAction("PR-1", ProviderActionKind.Quote, overdue.Now), Who.Website).NextIs(ActionKind.Call, "2026-12-17 10:00 +01");
    }

    [Fact]
    public void Without_mails_the_warning_is_a_call()
    {
        var warning = A.CompanyProject.Relaunched(4).Gives(new OptOut(Channel.Mail), Who.Jeanne);
        warning.NextIs(ActionKind.Call, "2027-02-17 09:00 +01", ReasonCode.WarningByPhone)
            .WhenDue().Calls(CallOutcome.NoAnswer).Is(Phase.InFollowUp, Stage.Warned).NextIs(ActionKind.WaitForClient, "2027-03-03 09:00 +01");
        A.CompanyProject.Relaunched(3).Gives(new OptOut(Channel.Mail), Who.Jeanne).NextIs(ActionKind.Call, "2027-01-18 09:00 +01", ReasonCode.RelaunchMailUnwanted);
    }

    [Fact]
    public void Warning_is_a_mail_even_when_the_next_channel_is_phone()
    {
        var byPhone = Policy.Default with { Cadences = Policy.Default.Cadences.SetItem(1, new FollowUp.Domain.Cadences.Cadence(1, ValidCadences.Shortest.Company with { Cap = null }, DefaultCadence.Person)) };
        var called = A.CompanyProject.Under(byPhone).InFollowUp.NextIs(ActionKind.Call, "2026-11-24 09:01 +01", ReasonCode.RelaunchByPhone);
        called.WhenDue().Calls(CallOutcome.NoAnswer).NextIs(ActionKind.Mail, "2026-11-25 09:01 +01", ReasonCode.WarningByMail);
    }

    [Fact]
    public void Skipped_relaunches_are_numbered_like_sent_ones()
    {
        var silenced = A.CompanyProject.Relaunched(1).Gives(new OptOut(Channel.Mail), Who.Jeanne).Gives(new OptOut(Channel.Phone), Who.Jeanne);
        Assert.Equal(new RelaunchSkipped(2, Warning: false), silenced.Wakes().Timeline[^1].Event);
    }

    [Fact]
    public void Agreed_call_that_is_not_made_stays_due() =>
        A.CompanyProject.CallAgreed.Until("2027-06-01 12:00 +02").Enqueues(MessageKind.AppointmentMissed)
            .NextIs(ActionKind.Call, "2026-11-28 12:15 +01", ReasonCode.MissedAppointment);

    [Fact]
    public void A_bounce_turns_relaunches_into_phone_tasks() =>
        A.CompanyProject.InFollowUp.Gives(new ReportMailRefused(Complaint: false), Who.Time)
            .NextIs(ActionKind.Call, "2026-11-26 10:00 +01", ReasonCode.RelaunchMailFailed);

    [Fact]
    public void A_mail_from_the_address_that_bounced_opens_it_again()
    {
        var bounced = A.CompanyProject.InFollowUp.Gives(new ReportMailRefused(Complaint: false), Who.Time);
        var works = bounced.Gives(new ReportMailWorks(), Who.Time);
        Assert.Equal(new ChannelOpened(Channel.Mail), works.Timeline[^1].Event);
        Assert.Equal(A.CompanyProject.InFollowUp.Project.Next, works.Project.Next);

        // The wish of the client outlasts the bounce.
        foreach (var (wish, by) in new (Command, Actor)[] { (new OptOut(Channel.Mail), Who.Jeanne), (new ReportMailRefused(Complaint: true), Who.Time) })
            Assert.False(bounced.Gives(wish, by).Gives(new ReportMailWorks(), Who.Time).Project.Contact.MayMail);
    }

    [Fact]
    public void Project_without_a_channel_still_goes_dormant() =>
        A.CompanyProject.InFollowUp
            .Gives(new ReportMailRefused(Complaint: true), Who.Time).Gives(new OptOut(Channel.Phone), Who.Jeanne)
            .NextIs(ActionKind.WaitForClient, "2026-11-26 10:00 +01", ReasonCode.NoChannelLeft)
            .Until("2027-06-01 12:00 +02").EnqueuesNoMail().Is(Phase.Dormant);
}
