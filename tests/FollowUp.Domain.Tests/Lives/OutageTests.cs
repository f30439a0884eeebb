using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Product page, "The cadence, as data": after an outage of any length a project gets one relaunch.</summary>
public class OutageTests
{
    [Theory]
    [InlineData("2026-12-10 10:00 +01")]
    [InlineData("2027-03-10 10:00 +01")]
    [InlineData("2036-03-10 10:00 +01")]
    public void After_an_outage_there_is_one_relaunch_and_the_next_delay_counts_from_it(string back)
    {
        var story = A.CompanyProject.InFollowUp.At(back).TimeAdvances();
        story.Enqueues(MessageKind.RelaunchFirst).TimeAdvances().ChangesNothing();
        Assert.True(story.Project.WakeAt >= story.Now + Duration.FromDays(7));
    }

    [Fact]
    public void Dormant_project_gets_one_light_mail_for_all_missed_quarters() =>
        A.CompanyProject.Dormant.At("2028-02-01 10:00 +01").TimeAdvances().Enqueues(MessageKind.LightMail)
            .TimeAdvances().ChangesNothing()
            .NextIs(ActionKind.Mail, "2028-03-03 08:42 +01", ReasonCode.LightMail);

    [Theory]
    [InlineData("2027-09-03 08:42 +02", 2)]
    [InlineData("2027-09-03 08:41 +02", 1)]
    public void Quarter_begins_at_its_instant(string back, int quarter) =>
        Assert.Equal(new LightMailSent(quarter), A.CompanyProject.Dormant.At(back).TimeAdvances().Timeline[^1].Event);

    [Fact]
    public void Approval_is_asked_once_after_an_outage_beyond_24_months() =>
        A.CompanyProject.Dormant.At("2031-02-03 10:00 +01").TimeAdvances().Enqueues(MessageKind.ApprovalRequest).TimeAdvances().ChangesNothing();

    [Fact]
    public void Warned_project_goes_dormant_without_a_mail_after_an_outage() =>
        A.CompanyProject.Warned.At("2029-02-01 10:00 +01").TimeAdvances().Is(Phase.Dormant).EnqueuesNoMail().TimeAdvances().ChangesNothing();

    [Fact]
    public void Pause_that_ended_during_an_outage_ends_with_one_mail() =>
        A.CompanyProject.Snoozed.At("2027-09-01 10:00 +02").TimeAdvances().Enqueues(MessageKind.RelaunchAfterSnooze).TimeAdvances().ChangesNothing();

    [Fact]
    public void Call_that_fell_due_during_an_outage_stays_due() =>
        A.CompanyProject.AwaitingValidation.At("2026-12-10 10:00 +01").TimeAdvances().EnqueuesNoMail().Happened(typeof(CallOverdue));

    [Fact]
    public void Later_mail_makes_delayed_ones_obsolete()
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
