using System.Collections.Concurrent;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Model;

/// <summary>What the product page promises of every command in every state. A broken invariant gives its name.</summary>
sealed class Invariants
{
    readonly ConcurrentDictionary<Reason, bool> hasWords = new();

    public IEnumerable<string> FindViolations(RulesUnderTest rules, AppliedCommand step)
    {
        if (step.Decision.Refusal is { } refusal)
        {
            if (!step.Decision.Events.IsEmpty || step.Decision.After is not null) yield return "a refusal moves the project";
            if (refusal.Code.Length == 0 || refusal.Sentence.French.Length == 0 || refusal.Sentence.English.Length == 0) yield return "a refusal without words";
            yield break;
        }

        if (step.Decision.Events.IsEmpty)
        {
            if (!ReferenceEquals(step.Decision.After, step.Before)) yield return "no event and yet another state";
            yield break;
        }

        if (!IsFold(step)) yield return "the fold of the events is not the state";
        foreach (var broken in UndoInvariants.FindViolations(step)) yield return broken;
        // What an undo puts back was checked when it came about.
        if (step.Decision.Events[0].Event is ClosingUndone or DecisionUndone)
        {
            if (step.After.IsOpen && step.After.Plan is null) yield return "an open project without a next action";
            yield break;
        }

        foreach (var broken in NextActionInvariants.FindViolations(step, HasWords)) yield return broken;
        foreach (var broken in ClosingInvariants.FindViolations(step)) yield return broken;
        foreach (var broken in ContactInvariants.FindViolations(step)) yield return broken;
        foreach (var broken in TimeInvariants.FindViolations(step)) yield return broken;
        foreach (var broken in SendingInvariants.FindViolations(rules, step)) yield return broken;
        foreach (var broken in StaffRequestInvariants.FindViolations(rules, step)) yield return broken;
    }

    static bool IsFold(AppliedCommand step)
    {
        var folded = step.Before;
        foreach (var recorded in step.Decision.Events)
        {
            if (recorded.Seq != folded.Version + 1 || recorded.At != step.Now || recorded.Role != step.Actor.Role) return false;
            folded = Evolution.Apply(folded, recorded);
        }

        return folded.IsSameAs(step.After);
    }

    bool HasWords(Reason why) => hasWords.GetOrAdd(why, static w =>
        !string.IsNullOrWhiteSpace(w.Describe(Language.French)) && !string.IsNullOrWhiteSpace(w.Describe(Language.English)));
}
