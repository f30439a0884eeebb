using FollowUp.Domain.Cadences;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>Who is in charge: assignment, absences, own hours, cadence versions.</summary>
public class StaffTests
{
    [Fact]
    public void An_absence_hands_the_next_action_to_the_stand_in_and_back_without_moving_it()
    {
        var story = A.CompanyProject.AwaitingValidation.Gives(new SetStandIn(Who.Yanis.Id), Who.Time).EnqueuesNoMail();
        story.NextIs(ActionKind.Call, "2026-11-23 10:00 +01");
        Assert.Equal(Who.Yanis.Id, story.Project.Next!.By);
        Assert.Equal(Paris.At("2026-11-24 10:00 +01"), story.Project.WakeAt);
        var back = story.Gives(new SetStandIn(null), Who.Time).Happened(typeof(StandInEnded));
        Assert.Equal(Who.Camille.Id, back.Project.Next!.By);
        back.NextIs(ActionKind.Call, "2026-11-23 10:00 +01").Gives(new SetStandIn(null), Who.Time).ChangesNothing();
    }

    [Fact]
    public void A_mail_that_is_due_does_not_change_hands() =>
        Assert.Equal("time", A.CompanyProject.InFollowUp.Gives(new SetStandIn(Who.Yanis.Id), Who.Time).Project.Next!.By);

    [Fact]
    public void Assigned_to_somebody_else_the_call_is_theirs()
    {
        var story = A.CompanyProject.AwaitingValidation.Gives(new Assign(Who.Yanis.Id), Who.Camille).Enqueues(MessageKind.HandOver);
        Assert.Equal((Who.Yanis.Id, Who.Yanis.Id), (story.Project.Coordinator, story.Project.Next!.By));
        story.Gives(new Assign(Who.Yanis.Id), Who.Yanis).ChangesNothing();
    }

    [Fact]
    public void Project_of_a_coordinator_who_left_goes_on_with_another_one_without_a_mail_of_its_own()
    {
        var story = A.CompanyProject.AwaitingValidation.Gives(new SetStandIn(Who.Nadia.Id), Who.Time)
            .Gives(new AssignByRules(Who.Yanis.Id, From: Who.Camille.Id), Who.Time).EnqueuesNoMail();
        Assert.Equal((Who.Yanis.Id, Who.Yanis.Id, null), (story.Project.Coordinator, story.Project.Next!.By, story.Project.Staffing.StandIn));
        story.NextIs(ActionKind.Call, "2026-11-23 10:00 +01").Gives(new AssignByRules(Who.Yanis.Id, From: Who.Camille.Id), Who.Time).ChangesNothing();

        Assert.Equal(NextAction.ByManager, story.Gives(new AssignByRules(null, From: Who.Yanis.Id), Who.Time).Project.Next!.By);
    }

    [Fact]
    public void Several_projects_are_asked_for_by_one_mail_of_the_department() => A.CompanyProject.AwaitingValidation
        .Gives(new AskTakeOver(Who.Yanis.Id, "take-over.1"), Who.Time).Happened(typeof(TakeOverAsked)).EnqueuesNoMail();

    [Fact]
    public void Without_any_coordinator_the_manager_is_in_charge()
    {
        var story = Story.Begin(A.CompanyProject.Submission with { Coordinator = null }, Policy.Default, Paris.At(A.Monday));
        Assert.Equal(NextAction.ByManager, story.Project.Next!.By);
    }

    [Fact]
    public void A_project_without_a_coordinator_is_assigned_once()
    {
        var assigned = Story.Begin(A.CompanyProject.Submission with { Coordinator = null }, Policy.Default, Paris.At(A.Monday))
            .Gives(new AssignByRules(Who.Camille.Id, From: null), Who.Time).Happened(typeof(CoordinatorAssigned)).EnqueuesNoMail();

        Assert.Equal((Who.Camille.Id, Who.Camille.Id), (assigned.Project.Coordinator, assigned.Project.Next!.By));
        assigned.Gives(new AssignByRules(Who.Yanis.Id, From: null), Who.Time).ChangesNothing();
    }

    [Fact]
    public void A_coordinator_may_have_hours_of_their_own()
    {
        var afternoons = Policy.Default with { OwnHours = Paris.Only(IsoDayOfWeek.Tuesday, "15:00", "17:00") };
        A.CompanyProject.Under(afternoons).AwaitingValidation.NextIs(ActionKind.Call, "2026-11-24 16:00 +01");
    }

    [Fact]
    public void Hours_of_their_own_that_no_client_may_be_called_in_are_as_none()
    {
        var nights = Policy.Default with { OwnHours = Paris.Only(IsoDayOfWeek.Sunday, "02:00", "03:00") };
        A.CompanyProject.Under(nights).AwaitingValidation.NextIs(ActionKind.Call, "2026-11-23 10:00 +01");
    }

    [Fact]
    public void A_project_keeps_its_cadence_and_takes_the_new_one_at_the_next_cycle()
    {
        var slower = Revised(2, t => t with { Relaunch = t.Relaunch with { Delays = [10, 20], ThenEvery = 60 } });
        var story = A.CompanyProject.Relaunched(1).With(slower);
        Assert.Equal((1, 2), (story.Wakes().Project.Cycle.CadenceVersion, story.Wakes().Project.Cycle.UnansweredContacts));
        story.NextIs(ActionKind.Mail, "2026-12-03 10:00 +01")
            .After(Duration.FromHours(1)).ClientSays(ClientAnswer.StillLooking).Happened(typeof(ClientAnswered), typeof(CadenceTaken))
            .NextIs(ActionKind.Mail, "2026-12-07 08:42 +01");
    }

    [Fact]
    public void The_end_of_a_pause_starts_a_cycle_too() =>
        A.CompanyProject.Snoozed.With(Revised(2, t => t)).Wakes()
            .Happened(typeof(SnoozeEnded), typeof(RelaunchMailed), typeof(CadenceTaken)).Enqueues(MessageKind.RelaunchAfterSnooze);

    [Fact]
    public void A_reopened_project_begins_with_the_new_one() =>
        Assert.Equal(2, A.CompanyProject.Dead.With(Revised(2, t => t)).Gives(new Reopen(null), Who.Camille).Project.Cycle.CadenceVersion);

    static Policy Revised(int version, Func<CadenceTable, CadenceTable> change)
    {
        var revised = new Cadence(version, change(DefaultCadence.Company), change(DefaultCadence.Person));
        return Policy.Default with { Cadences = Policy.Default.Cadences.Add(version, revised), Current = version };
    }

    [Fact]
    public void A_cap_that_a_manager_sets_for_companies_is_kept_like_the_legal_one()
    {
        var capped = Policy.Default with
        {
            Cadences = Policy.Default.Cadences.SetItem(1, DefaultCadence.Initial with { Company = DefaultCadence.Company with { Cap = new CallCap(2, 30) } }),
        };
        var story = A.CompanyProject.Under(capped).Missed(2);
        story.NextIs(ActionKind.Call, "2026-12-23 10:00 +01", ReasonCode.AnotherAttempt);
        Assert.True(story.Project.Next!.Why.Capped);
    }
}
