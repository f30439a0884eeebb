using System.Collections.Immutable;

namespace FollowUp.Application.Cadences.Comparisons;

/// <summary>
/// What the open projects would lead to if their running cycles followed another cadence. Saving a cadence does not do that: a running cycle keeps its
/// cadence, and the project takes the new one with its next cycle.
/// </summary>
/// <param name="Projects">The compared open projects.</param>
/// <param name="Parts">How many parts of the open projects were read, each a fair sample.</param>
/// <param name="AllParts">How many parts there are; equal to <paramref name="Parts"/> when all projects were compared.</param>
/// <param name="Sooner">Projects whose next action would be sooner.</param>
/// <param name="Later">Projects whose next action would be later.</param>
/// <param name="OtherAction">Projects whose next action would be another one at the same time.</param>
/// <param name="Weeks">The expected contacts by week, from this week on, while all clients stay silent.</param>
/// <param name="First">The moved projects that are due first now.</param>
public sealed record LiveComparison(
    int Projects, int Parts, int AllParts, int Sooner, int Later, int OtherAction, ImmutableArray<WeekContacts> Weeks, ImmutableArray<MovedProject> First)
{
    /// <summary>Whether some of the open projects alone were compared.</summary>
    public bool IsSample => Parts < AllParts;

    /// <summary>Projects whose next action would move or be another one.</summary>
    public int Moved => Sooner + Later + OtherAction;
}
