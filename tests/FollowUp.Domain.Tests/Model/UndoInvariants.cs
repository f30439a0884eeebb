using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;

namespace FollowUp.Domain.Tests.Model;

/// <summary>What an undo puts back, and when it may.</summary>
static class UndoInvariants
{
    public static IEnumerable<string> FindViolations(AppliedCommand step)
    {
        var (before, after) = (step.Before, step.After);
        if (after.UndoPoint is { Before.UndoPoint: not null }) yield return "an undo point with another one inside";
        if (step.Decision.Events is not [{ Event: ClosingUndone or DecisionUndone }]) yield break;
        if (before.UndoPoint is not { } point)
        {
            yield return "undone without an undo point";
            yield break;
        }

        if (before.Erased) yield return "an erased person brought back";
        if (step.Now >= point.At + Decider.UndoWithin) yield return "undone after ten minutes";
        if (point.Before.Plan is { } plan && !IsSame(plan, after.Plan)) yield return "an undo that moves the plan";
        if (!WithoutPlan(after, point.Before).IsSameAs(WithoutPlan(point.Before, point.Before))) yield return "an undo that does not put back the state from before";
    }

    /// <summary>Whoever is in charge now takes a planned call over.</summary>
    static bool IsSame(Plan plan, Plan? after) => after is not null && plan with { Next = plan.Next with { By = after.Next.By } } == after;

    static Project WithoutPlan(Project p, Project before) => p with
    {
        Version = 0,
        Generation = before.Generation,
        Plan = null,
        Undone = [],
        Cycle = p.Cycle with { StartedAt = before.Cycle.StartedAt },
        ReplyWaitsSince = null,
    };
}
