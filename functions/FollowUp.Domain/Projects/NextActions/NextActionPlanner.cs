using System.Diagnostics;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// Gives an open project its one next action (product page, "At any instant an open project has exactly one next action"). Delays count
/// from what really happened last, so a step that moves takes the steps after it along.
/// </summary>
public static class NextActionPlanner
{
    /// <summary>The next action of an open project, and when the driver looks at the project again.</summary>
    /// <exception cref="UnreachableException">The project is closed.</exception>
    public static Plan CreatePlan(Project project, Policy policy, Instant now)
    {
        var action = GetDatedAction(project.PlanInputs, policy, now);
        var by = action.Kind switch
        {
            ActionKind.Call or ActionKind.Approve => project.Responsible,
            ActionKind.Mail => NextAction.ByTime,
            ActionKind.WaitForClient when project is { IsNumberWrong: true, Contact.MayMail: false } => NextAction.ByManager,
            ActionKind.WaitForClient => NextAction.ByClient,
            _ => throw new UnreachableException($"No rule for {action.Kind}."),
        };
        return new Plan(new NextAction(action.Kind, action.DueAt, by, action.Why), action.WakeAt);
    }

    /// <summary>
    /// Whether two states of an open project differ in anything that the next action depends on. A change of the coordinator's own hours
    /// does not count: the next event that changes an input plans with the new hours.
    /// </summary>
    public static bool NeedsNewPlan(Project before, Project after) => before.PlanInputs != after.PlanInputs;

    static DatedAction GetDatedAction(PlanInputs inputs, Policy policy, Instant now)
    {
        var table = policy.GetTable(inputs.Cycle.CadenceVersion, inputs.CalledAs);
        var dates = new ContactDates(table, policy.GetCallClock(table, inputs.CalledAs, inputs.TimeZone), policy.Calendar, inputs.Contact, now)
        {
            MayRelaunch = policy.MayRelaunch(inputs.ClientType, inputs.Category),
        };
        return inputs.WaitingFor switch
        {
            WaitingFor.Continuation w => ContinuationDates.GetDeadline(w, dates),
            WaitingFor.AgreedCall w => RelaunchDates.GetAgreedCall(w, inputs.Agenda.MissedCall is not null, dates),
            WaitingFor.EndOfSnooze w => RelaunchDates.GetEndOfSnooze(inputs, w.Snooze, dates),
            WaitingFor.CallAfterSnooze w => RelaunchDates.GetCallAfterSnooze(w, dates),
            WaitingFor.NextAttempt w => ValidationDates.GetNextAttempt(inputs, w, dates),
            WaitingFor.RightNumber => ValidationDates.GetNumberDeadline(inputs, dates),
            WaitingFor.Information => ValidationDates.GetInformationDeadline(inputs, dates),
            WaitingFor.AnswerToLastMail => ValidationDates.GetLastMailDeadline(inputs, dates),
            WaitingFor.NextRelaunch w => RelaunchDates.GetNextRelaunch(inputs, w, dates),
            WaitingFor.AnswerToWarning => RelaunchDates.GetWarningDeadline(inputs, dates),
            WaitingFor.NextQuarter w => DormancyDates.GetNextQuarter(inputs, w, dates),
            WaitingFor.ClosingApproval w => DormancyDates.GetApprovalDeadline(inputs, w, dates),
            var other => throw new UnreachableException($"No rule for {other?.GetType().Name ?? "a closed project"}"),
        };
    }
}
