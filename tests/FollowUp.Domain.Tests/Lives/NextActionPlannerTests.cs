using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Model;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>The planner, time and the model have a rule for everything that a project may wait for, and plan again when an input changes.</summary>
public class NextActionPlannerTests
{
    static readonly Story[] Stories =
    [
        A.CompanyProject.AwaitingValidation, A.CompanyProject.InformationAsked, A.CompanyProject.InformationGiven, A.CompanyProject.LastMailSent,
        A.CompanyProject.InFollowUp, A.CompanyProject.Warned, A.CompanyProject.Dormant, A.CompanyProject.ApprovalAsked, A.CompanyProject.Snoozed,
        A.CompanyProject.CallAgreed, A.CompanyProject.AwaitingValidation.Snoozes("2027-01-25").Wakes(),
        A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.WrongNumber), LeftAloneElsewhere(A.CompanyProject.InFollowUp),
    ];

    /// <summary>As the decider records it when the person says "leave me alone" about another project.</summary>
    static Story LeftAloneElsewhere(Story story)
    {
        var contact = story.Project.Contact with { LeftAloneSince = story.Now };
        var asked = new Event[] { new ContactUpdated(contact), new ContinuationAsked() }.Aggregate(
            story.Project, (p, e) => Evolution.Apply(p, new RecordedEvent(p.Version + 1, story.Now, Role.System, "time", e)));
        return story with { ProjectOrNull = asked with { Plan = NextActionPlanner.CreatePlan(asked, story.Policy, story.Now) } };
    }

    public static TheoryData<string> Cases => [.. typeof(WaitingFor).GetNestedTypes().Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Planner_time_and_model_have_a_rule_for_every_case(string name)
    {
        var story = Stories.First(s => s.Project.WaitingFor!.GetType().Name == name);
        Assert.NotNull(NextActionPlanner.CreatePlan(story.Project, story.Policy, story.Now));
        Assert.NotEmpty(story.Wakes().Last.Events);
        Assert.True(PathStates.Of(story.Project) < PathState.Won);
    }

    [Fact]
    public void Closed_project_waits_for_nothing() => Assert.Null(A.CompanyProject.Dead.Project.WaitingFor);

    /// <summary>The mail "we tried to reach you" is due at once only while the client gave no sign of life.</summary>
    [Fact]
    public void Sign_of_life_in_the_instant_of_the_submission_makes_a_new_plan() => A.PersonWithoutConsent.AwaitingValidation
        .NextIs(ActionKind.Mail, A.Monday, ReasonCode.AttemptByMail)
        .ClientSays(ClientAnswer.StillLooking)
        .NextIs(ActionKind.Mail, "2026-11-25 09:00 +01", ReasonCode.AttemptByMail);
}
