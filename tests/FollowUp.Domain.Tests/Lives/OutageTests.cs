using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>"After an outage of any length a project gets one relaunch, never a burst."</summary>
public class OutageTests
{
    [Theory]
    [InlineData("2026-12-10 10:00 +01")]
    [InlineData("2027-03-10 10:00 +01")]
    [InlineData("2036-03-10 10:00 +01")]
    public void Back_after_an_outage_there_is_one_relaunch_and_the_next_delay_counts_from_it(string back)
    {
        var story = A.CompanyProject.InFollowUp.At(back).TimeAdvances();
        story.Enqueues(MessageKind.RelaunchFirst).TimeAdvances().ChangesNothing();
        Assert.True(story.Project.WakeAt >= story.Now + Duration.FromDays(7));
    }

    [Fact]
    public void A_sleeping_project_gets_one_light_mail_for_the_quarters_that_went_by() =>
        A.CompanyProject.Dormant.At("2028-02-01 10:00 +01").TimeAdvances().Enqueues(MessageKind.LightMail)
            .TimeAdvances().ChangesNothing()
            .NextIs(ActionKind.Mail, "2028-03-03 08:42 +01", ReasonCode.LightMail);

    [Theory]
    [InlineData("2027-09-03 08:42 +02", 2)]
    [InlineData("2027-09-03 08:41 +02", 1)]
    public void A_quarter_counts_from_its_very_instant(string back, int quarter) =>
        Assert.Equal(new LightMailSent(quarter), A.CompanyProject.Dormant.At(back).TimeAdvances().Timeline[^1].Event);

    [Fact]
    public void Asleep_beyond_the_24_months_it_is_asked_about_once() =>
        A.CompanyProject.Dormant.At("2031-02-03 10:00 +01").TimeAdvances().Enqueues(MessageKind.ApprovalRequest).TimeAdvances().ChangesNothing();

    [Fact]
    public void A_warned_project_falls_asleep_and_gets_nothing_more() =>
        A.CompanyProject.Warned.At("2029-02-01 10:00 +01").TimeAdvances().Is(Phase.Dormant).Enqueues().TimeAdvances().ChangesNothing();

    [Fact]
    public void A_pause_that_ended_meanwhile_ends_with_one_mail() =>
        A.CompanyProject.Snoozed.At("2027-09-01 10:00 +02").TimeAdvances().Enqueues(MessageKind.RelaunchAfterSnooze).TimeAdvances().ChangesNothing();

    [Fact]
    public void A_call_that_fell_due_meanwhile_is_still_to_be_made() =>
        A.CompanyProject.AwaitingValidation.At("2026-12-10 10:00 +01").TimeAdvances().Enqueues().Happened(typeof(CallOverdue));

    [Fact]
    public void Mails_that_the_mail_service_held_up_leave_as_one()
    {
        var first = A.CompanyProject.Relaunched(1).Messages.Single();
        var second = A.CompanyProject.Relaunched(2);
        Assert.Equal("superseded", MessagePolicy.GetObsoleteReason(second.Project, first));
        Assert.Null(MessagePolicy.GetObsoleteReason(second.Project, second.Messages.Single()));
        Assert.Equal("superseded", MessagePolicy.GetObsoleteReason(A.CompanyProject.Dormant.Project, A.CompanyProject.Warned.Messages.Single()));
        var light = A.CompanyProject.Dormant.Wakes();
        Assert.Null(MessagePolicy.GetObsoleteReason(light.Project, light.Messages.Single()));
        Assert.Equal("superseded", MessagePolicy.GetObsoleteReason(light.Wakes().Project, light.Messages.Single()));
    }

    [Fact]
    public void Nothing_is_due_before_its_time() =>
        A.CompanyProject.InFollowUp.At("2026-11-26 09:59 +01").TimeAdvances().ChangesNothing();
}
