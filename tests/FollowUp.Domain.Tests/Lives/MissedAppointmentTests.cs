using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>A call that was agreed with the client and not made.</summary>
public class MissedAppointmentTests
{
    static Story Agreed => A.CompanyProject.InFollowUp.After(Duration.FromHours(1)).Gives(new PickCallBack(Paris.At("2026-11-26 11:00 +01")), Who.Jeanne);

    [Fact]
    public void Client_gets_one_excuse_an_hour_after_the_agreed_time_and_the_call_stays_due()
    {
        var missed = Agreed.Wakes();
        Assert.Equal(Paris.At("2026-11-26 12:00 +01"), missed.Now);
        missed.Happened(typeof(AppointmentMissed)).Enqueues(MessageKind.AppointmentMissed)
            .NextIs(ActionKind.Call, "2026-11-26 12:00 +01", ReasonCode.MissedAppointment);
        var mail = Assert.Single(missed.Messages, m => m.To == RecipientKind.Client);
        missed.Wakes().Happened(typeof(CallOverdue)).EnqueuesNoMail();
        Assert.Null(MessagePolicy.GetObsoleteReason(missed.Project, mail));
        Assert.NotNull(MessagePolicy.GetObsoleteReason(missed.Calls(CallOutcome.NoAnswer).Project, mail));
        Assert.NotNull(MessagePolicy.GetObsoleteReason(missed.Gives(new PickCallBack(Paris.At("2026-11-27 11:00 +01")), Who.Jeanne).Project, mail));
    }

    [Fact]
    public void Call_that_is_made_in_time_is_not_missed() =>
        Agreed.At("2026-11-26 11:05 +01").Calls(CallOutcome.NoAnswer).Until("2026-11-26 18:00 +01").EnqueuesNoMail();

    [Fact]
    public void Time_that_is_agreed_anew_can_be_missed_again()
    {
        var again = Agreed.Wakes().Gives(new PickCallBack(Paris.At("2026-11-27 11:00 +01")), Who.Jeanne);
        Assert.Null(again.Project.Agenda.MissedCall);
        again.NextIs(ActionKind.Call, "2026-11-27 11:00 +01", ReasonCode.AgreedCall).Wakes().Happened(typeof(AppointmentMissed));
    }

    [Fact]
    public void Client_without_mail_is_only_called() =>
        Agreed.Gives(new OptOut(Channel.Mail), Who.Jeanne).Wakes().Happened(typeof(AppointmentMissed)).EnqueuesNoMail();

    [Fact]
    public void Closing_without_another_mail_cancels_the_agreed_call()
    {
        var closed = Agreed.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille).Enqueues(MessageKind.CallCancelled);
        Assert.Equal(closed.Now + Duration.FromMinutes(10), closed.Messages[0].NotBefore);
        Agreed.Gives(new Close(Outcome.Dead(DeathReason.Abandoned)), Who.Camille).Enqueues(MessageKind.OutcomeThanks);
        Agreed.Gives(new Close(Outcome.Dead(DeathReason.RefusedContact)), Who.Camille).EnqueuesNoMail();
        A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Dead(DeathReason.Duplicate)), Who.Camille).EnqueuesNoMail();
    }
}
