using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>
/// The pending row of a commit: the index of the project may be behind its snapshot. See <see cref="IndexUpdater"/> for when it is written
/// and deleted.
/// </summary>
/// <param name="Commit">The id of the commit. Several commits of a project may each have a pending row.</param>
readonly record struct PendingIndexUpdate(string Project, string Commit)
{
    /// <summary>A hyphen sorts before every digit, so pending rows come before all due rows that have a time.</summary>
    public const string Prefix = "d:-:";

    public string Partition => IndexEntry.GetPartition(Project);

    public string RowKey => $"{Prefix}{Keys.Escape(Project)}:{Commit}";

    public TableEntity Entity => new(Partition, RowKey) { ["Id"] = Project };
}
