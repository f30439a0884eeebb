using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Given;

/// <summary>The kinds of project that tests start from, all posted on Monday 23 November 2026 at 9:00.</summary>
static class A
{
    public const string Monday = "2026-11-23 09:00 +01";

    public static readonly Life CompanyProject = new(ClientType.Company, MayCall: true);
    public static readonly Life PersonProject = new(ClientType.Person, MayCall: true);
    public static readonly Life PersonWithoutConsent = new(ClientType.Person, MayCall: false);
}

/// <summary>The states of one kind of project, each reached by commands.</summary>
sealed record Life(ClientType Type, bool MayCall, string Posted = A.Monday, Policy? Rules = null)
{
    Policy Policy => Rules ?? Policy.Default;

    public Life PostedOn(string when) => this with { Posted = when };

    public Life Under(Policy policy) => this with { Rules = policy };

    public Submit Submission => new(
        "P-1001", "C-881", Type, Language.French, "site-web", MayCall, Evidence.None, null, Paris.At(Posted), Who.Camille.Id);

    public Story AwaitingValidation => Story.Begin(Submission, Policy, Paris.At(Posted));

    public Story Missed(int times) =>
        times == 0 ? AwaitingValidation : Missed(times - 1).WhenDue().Calls(CallOutcome.NoAnswer);

    public Story LastMailSent => Missed(Policy.Cadences[Policy.Current].For(Type).Validation.Attempts);

    public Story InformationAsked => AwaitingValidation.WhenDue().Calls(CallOutcome.NeedsInformation);

    public Story InformationGiven => InformationAsked.After(Duration.FromHours(3)).Gives(new GiveInformation(new FreeText("Budget : 4 000 €")), Who.Jeanne);

    public Story InFollowUp => AwaitingValidation.WhenDue().Calls(CallOutcome.Serious);

    /// <summary>After so many relaunches without an answer.</summary>
    public Story Relaunched(int times)
    {
        var story = InFollowUp;
        while (story.Project.Cycle.UnansweredContacts < times)
        {
            story = story.Project.Next!.Kind == ActionKind.Call
                ? story.WhenDue().Calls(CallOutcome.NoAnswer)
                : story.Wakes();
        }

        return story;
    }

    public Story Warned => Relaunched(5);

    public Story Dormant => Warned.Wakes();

    public Story ApprovalAsked => Dormant.Wakes(8);

    public Story Snoozed => InFollowUp.Snoozes("2027-01-25");

    public Story CallAgreed => InFollowUp.ClientSays(ClientAnswer.CallMe, call: Paris.At("2026-11-28 11:15 +01"));

    public Story Won => InFollowUp.ClientSays(ClientAnswer.Chose, "PR-1");

    public Story Dead => InFollowUp.ClientSays(ClientAnswer.GaveUp);

    public Story Erased => InFollowUp.Gives(new Erase(), Who.Nadia);
}
