using System.Collections.Immutable;

namespace FollowUp.Storage.Shared;

/// <summary>
/// A change of one coordinator's counter. Stores apply it in the transaction that changes the project, so an assignment reads a few
/// counters instead of counting all projects.
/// </summary>
/// <param name="Open">To add to the number of open projects: 1 or -1.</param>
/// <param name="AssignedAt">When the project was assigned to the coordinator (see <see cref="InstantColumn"/>); null when it was not assigned.</param>
readonly record struct WorkloadChange(string Coordinator, int Open, long? AssignedAt)
{
    /// <summary>The changes from one state of a project to the next; none when its open coordinator stays the same.</summary>
    /// <param name="before">Null for a new project.</param>
    /// <param name="decidedAt">When the decision was taken; null when no decision caused the change, which then assigns no one.</param>
    public static ImmutableArray<WorkloadChange> Between(ProjectAssignment? before, ProjectAssignment after, long? decidedAt)
    {
        var (left, joined) = (before?.OpenCoordinator, after.OpenCoordinator);
        if (left == joined) return [];

        // A project that is opened again by its own coordinator is no new assignment.
        var assignedAt = before?.Coordinator == after.Coordinator ? null : decidedAt;
        var changes = ImmutableArray.CreateBuilder<WorkloadChange>(2);
        if (left is not null) changes.Add(new(left, -1, null));
        if (joined is not null) changes.Add(new(joined, 1, assignedAt));
        return changes.ToImmutable();
    }
}
