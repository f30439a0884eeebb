using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>"At any instant an open project has exactly one next action: what, when, by whom, and why then, in words."</summary>
static class NextActionInvariants
{
    /// <summary>Longer than any term of a valid cadence.</summary>
    static readonly Duration LongestWait = Duration.FromDays(1000);

    public static IEnumerable<string> FindViolations(AppliedCommand step, Func<Reason, bool> hasWords)
    {
        var after = step.After;
        if (!after.IsOpen)
        {
            if (after.Plan is not null) yield return "a closed project has a next action";
            if (after.Closing is null) yield return "a closed project without an outcome";
            yield break;
        }

        if (after.Closing is not null) yield return "an open project with an outcome";
        if (after.Plan is not ({ } next, var wake))
        {
            yield return "an open project without a next action";
            yield break;
        }

        if (wake > Instant.Max(next.DueAt, step.Now) + LongestWait) yield return "an open project that is not woken in time";
        if (wake < step.Now && wake != step.Before.WakeAt) yield return "a wake time before now";
        if (next.By.Length == 0) yield return "a next action without a person";
        if (next.Kind is ActionKind.Call or ActionKind.Approve && next.By != (after.InCharge ?? NextAction.ByManager)) yield return "a next action by somebody not in charge";
        if (!hasWords(next.Why)) yield return "a next action without words";
        if (next.DueAt < step.Now && next.DueAt != step.Before.Next?.DueAt) yield return "a next action planned in the past";
        if (next.Kind is ActionKind.Approve != after.Stage is Stage.ApprovalAsked && after.Agenda.AgreedCall is null) yield return "an approval awaited that was not asked, or the reverse";
        if (after.Agenda.Snooze is null && after.Agenda.AgreedCall is null && next.Kind == ActionKind.Call
            && GetPosition(after) != GetPosition(step.Before) && next == step.Before.Next)
            yield return "a next action left over from the state before";
        if (after.Agenda.Snooze is not null && after.Agenda.AgreedCall is null && next.Why.Code is not (ReasonCode.EndOfSnooze or ReasonCode.QuietPeriod))
            yield return "a pause whose next action is not its end";
    }

    /// <summary>The fields that a step of the path changes. When they differ, the next action must differ.</summary>
    static (Phase, Stage, int, int, int, bool) GetPosition(Project p) =>
        (p.Phase, p.Stage == Stage.InformationGiven ? Stage.Reaching : p.Stage, p.Cycle.Attempts, p.Cycle.UnansweredContacts, p.Dormancy?.Quarters ?? 0, p.Agenda.Snooze is null);
}
