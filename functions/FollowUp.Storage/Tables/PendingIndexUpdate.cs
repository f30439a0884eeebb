using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>
/// That the read models owe a project something: written before a commit, taken away in the transaction that brings them up to date. It
/// stands at the head of what is due, where whoever looks for due projects finds it first; so a crash in between heals by itself.
/// </summary>
/// <param name="Commit">The commit's own id: another commit of the project settles nothing for it.</param>
readonly record struct PendingIndexUpdate(string Project, string Commit)
{
    /// <summary>A hyphen comes before every digit, so these rows come before all that have a time.</summary>
    public const string Prefix = "d:-:";

    public string Partition => IndexEntry.GetPartition(Project);

    public string RowKey => $"{Prefix}{Keys.Escape(Project)}:{Commit}";

    public TableEntity Entity => new(Partition, RowKey) { ["Id"] = Project };
}
