using System.Collections.Immutable;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The figures of an exploration.</summary>
/// <param name="Violations">The broken invariants, each with one example.</param>
sealed record ExplorationResult(string Name, int States, long Transitions, long Refusals, long Unchanged, ImmutableSortedDictionary<string, string> Violations)
{
    public override string ToString() =>
        $"{Name}: {States:N0} states, {Transitions:N0} transitions, {Refusals:N0} refusals, {Unchanged:N0} repeats and early looks that change nothing";
}
