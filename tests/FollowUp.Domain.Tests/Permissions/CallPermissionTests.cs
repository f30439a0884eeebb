using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Permissions;

/// <summary>A number may be dialled exactly where a call would be recorded as within the rules.</summary>
public class CallPermissionTests
{
    [Theory]
    [InlineData("2026-11-23 10:00 +01", CallObstacle.None, null)]
    [InlineData("2026-11-23 13:00 +01", CallObstacle.OutsideHours, "2026-11-23 14:00 +01")]
    [InlineData("2026-11-28 11:00 +01", CallObstacle.OutsideHours, "2026-11-30 09:00 +01")]
    public void Company_is_called_in_the_hours_of_the_cadence(string at, CallObstacle obstacle, string? from) =>
        Assert.Equal(new CallPermission(obstacle, from is null ? null : Paris.At(from)), At(A.CompanyProject.AwaitingValidation, at));

    [Fact]
    public void Person_without_consent_is_not_called() =>
        Assert.Equal(CallObstacle.NotAllowed, At(A.PersonWithoutConsent.AwaitingValidation, "2026-11-23 11:00 +01").Obstacle);

    [Fact]
    public void Person_who_agreed_to_calls_about_the_request_is_not_called_after_the_validation()
    {
        var story = A.PersonProject.InFollowUp.At("2026-11-24 11:00 +01");
        Assert.Equal(CallObstacle.OnlyForRequest, At(story, "2026-11-24 11:00 +01").Obstacle);
        Assert.True(story.Calls(CallOutcome.NoAnswer).Last.Events.Select(e => e.Event).OfType<CallMissed>().Single().OutsideRules);
        var agreed = story.Gives(new RecordConsent(ConsentScope.Later, Given: true, story.Now), Who.Website);
        Assert.True(At(agreed, "2026-11-24 11:00 +01").IsAllowed);
    }

    [Fact]
    public void Call_that_answers_what_the_client_wrote_needs_no_consent_for_later()
    {
        var story = A.PersonProject.InFollowUp.At("2026-11-24 11:00 +01");
        Assert.True(At(story.Gives(new ReportReply(new FreeText("pouvez-vous m’appeler ?"), story.Now), Who.Jeanne), "2026-11-24 11:30 +01").IsAllowed);
    }

    [Fact]
    public void Person_at_the_cap_is_called_when_it_ends()
    {
        var missed = A.PersonProject.Missed(4);
        var permission = CallPermission.ToDial(missed.Project, missed.Project.Contact, missed.Policy, Paris.At("2026-12-03 11:00 +01"));
        Assert.Equal(CallObstacle.CapReached, permission.Obstacle);
        Assert.True(permission.From >= Paris.At(A.Monday) + NodaTime.Duration.FromDays(30));
    }

    [Fact]
    public void Agreed_call_may_be_made_whatever_its_hour_and_a_little_early()
    {
        var agreed = A.CompanyProject.CallAgreed;
        Assert.Equal(CallObstacle.OutsideHours, At(agreed, "2026-11-28 10:59 +01").Obstacle);
        Assert.True(At(agreed, "2026-11-28 11:00 +01").IsAllowed);
    }

    [Fact]
    public void Wrong_number_and_closed_project_are_not_dialled()
    {
        Assert.Equal(CallObstacle.NumberWrong, At(A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.WrongNumber), "2026-11-24 10:00 +01").Obstacle);
        Assert.Equal(CallObstacle.ProjectClosed, At(A.CompanyProject.Dead, "2026-11-24 10:00 +01").Obstacle);
    }

    [Theory]
    [InlineData("2026-11-24 10:00 +01")]
    [InlineData("2026-11-24 13:00 +01")]
    [InlineData("2026-11-29 11:00 +01")]
    public void Call_is_recorded_as_outside_the_rules_exactly_where_it_was_not_permitted(string at)
    {
        var story = A.CompanyProject.Missed(1).At(at);
        var missed = story.Calls(CallOutcome.NoAnswer).Last.Events.Select(e => e.Event).OfType<CallMissed>().Single();
        Assert.Equal(!At(story, at).IsAllowed, missed.OutsideRules);
    }

    [Fact]
    public void Amount_heard_on_the_phone_is_part_of_the_outcome()
    {
        var story = A.CompanyProject.InFollowUp;
        var won = story.Gives(new RecordCall(CallOutcome.Chose, story.Now, "PR-1") { Amount = 4200m }, Who.Camille);
        Assert.Equal(Outcome.Won("PR-1", 4200m), won.Project.Outcome);
    }

    static CallPermission At(Story story, string at) => CallPermission.ToDial(story.Project, story.Project.Contact, story.Policy, Paris.At(at));
}
