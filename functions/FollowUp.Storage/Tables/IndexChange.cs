using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>A change of the index that follows a write of the projects table.</summary>
/// <param name="Project">The project's id.</param>
abstract record IndexChange(string Project)
{
    /// <summary>The update after a commit.</summary>
    /// <param name="Pending">Its pending row.</param>
    /// <param name="Before">What the commit started from; null for a new project.</param>
    /// <param name="After">What it wrote.</param>
    public sealed record OfCommit(PendingIndexUpdate Pending, IndexEntry? Before, StoredVersion After, Commit Commit) : IndexChange(Commit.After.Id)
    {
        public ImmutableArray<WorkloadChange> Workload { get; } =
            WorkloadChange.Between(Before?.Assignment, After.Entry.Assignment, After.At);
    }

    /// <summary>The due rows of messages that were sent, dropped or postponed.</summary>
    public sealed record OfMessages(string Project, ImmutableArray<string> RemovedKeys) : IndexChange(Project);
}
