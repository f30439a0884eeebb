using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Projects;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Keeps the index table up to date with the projects table. A transaction of Azure Tables covers one partition of one table, so no
/// transaction covers both. All rows of a project are in one partition of the index.
/// </summary>
/// <remarks>
/// <para>A commit takes three steps:</para>
/// <list type="number">
/// <item><see cref="MarkPending"/> puts a pending row into the index.</item>
/// <item><see cref="CommitWriter"/> writes the project's transaction.</item>
/// <item><see cref="Apply"/> writes the index transaction. It replaces the version row of the state before by the version row of the state
/// after, moves the other rows and the counters, and deletes the pending row. When step 2 wrote nothing, <see cref="ClearPending"/> deletes
/// the pending row instead.</item>
/// </list>
/// <para>Where a process may stop, what is then stored, and what repairs it:</para>
/// <list type="table">
/// <item><term>before step 1</term><description>Nothing is stored.</description></item>
/// <item><term>between 1 and 2</term><description>A pending row; the index is up to date. A repair finds nothing to rewrite. It deletes the row
/// when the row is older than <see cref="TablesOptions.MaxCommitTime"/>; until then, step 2 may still be under way.</description></item>
/// <item><term>between 2 and 3</term><description>A pending row; the index shows the state before. A repair rewrites the project's rows from its
/// snapshot, then deletes the pending row as above.</description></item>
/// <item><term>after 3</term><description>No pending row; the index is up to date.</description></item>
/// </list>
/// <para>The version row makes step 3 conditional: its key names the version and a digest of the content. When another process has moved the
/// index in between, or the step of an earlier commit is missing, the row is not there, the transaction writes nothing, and
/// <see cref="Apply"/> repairs the project at once.</para>
/// <para>An update of a message writes its new due row first, then the message, then deletes the old due row. A process that stops in between
/// leaves a row that is due too early, never a missing one. Such a row stays due although its project was handed out; a repair deletes
/// it when the project no longer has that row.</para>
/// <para><see cref="Domain.Projects.Project"/> snapshots are the source of every repair. A repair may run at any time, any number of times and in
/// several processes.</para>
/// </remarks>
sealed partial class IndexUpdater(TableClient index, ProjectPartition partition, TablesOptions options)
{
    const int MaxAttempts = 50;

    /// <summary>Step 1, before the commit.</summary>
    public Task MarkPending(PendingIndexUpdate pending, CancellationToken cancellation) => index.Put(pending.Entity, cancellation);

    /// <summary>Instead of step 3, when the commit wrote nothing.</summary>
    public Task ClearPending(PendingIndexUpdate pending) => index.Remove(pending.Partition, pending.RowKey, CancellationToken.None);

    /// <summary>Step 3, after the commit.</summary>
    /// <param name="before">What the commit started from; null for a new project.</param>
    public async Task Apply(PendingIndexUpdate pending, IndexEntry? before, StoredVersion after, Commit commit)
    {
        // The client's details are part of the queue row. When the row gets another key, they are written again.
        var dossier = commit.Dossier;
        var queueMoves = after.Entry.QueueKey is { } queue && queue != before?.QueueKey;
        if (queueMoves && dossier is null && after.Entry.Person) dossier = await partition.LoadDossier(commit.After.Id, CancellationToken.None);

        var rows = IndexTransaction.BuildUpdate(before, after.Entry, commit.After, commit.Messages, dossier)
            .Append(IndexRows.Delete(pending.Partition, pending.RowKey))
            .Concat(BoardRows.Build(commit.After.Id, commit.Facts).Select(IndexRows.Replace)).ToList();
        if (rows.Count < TableLimits.MaxTransactionRows && await TrySubmit(rows, before, after.Entry, after.At)) return;
        await Repair(commit.After.Id, CancellationToken.None);
        await ClearPending(pending);
    }

    /// <param name="before">What the index shows now; null for nothing.</param>
    /// <param name="decidedAt">When the decision was taken; null when no decision causes the change, which then assigns no one.</param>
    /// <returns>False when the index shows another state than <paramref name="before"/>; then nothing is written.</returns>
    async Task<bool> TrySubmit(List<TableTransactionAction> rows, IndexEntry? before, IndexEntry after, long? decidedAt)
    {
        var changes = WorkloadChange.Between(before?.Assignment, after.Assignment, decidedAt);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var counters = changes.IsEmpty ? null : await BuildCounterUpdate(after.PartitionKey, changes);
            try
            {
                await index.SubmitTransactionAsync(counters is null ? rows : rows.Append(counters), CancellationToken.None);
                return true;
            }
            catch (TableTransactionFailedException failure) when (failure.FailedTransactionActionIndex == rows.Count)
            {
                // Another project of the partition changed the counters: read them again.
            }
            catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
            {
                return false;
            }
        }

        return false;
    }

    async Task<TableTransactionAction> BuildCounterUpdate(string partitionKey, ImmutableArray<WorkloadChange> changes)
    {
        var row = await index.Find(partitionKey, Counters.RowKey, CancellationToken.None);
        var updated = Counters.Read(row).Apply(changes).Write(partitionKey);
        return row is null ? IndexRows.Add(updated) : new(TableTransactionActionType.UpdateReplace, updated, row.ETag);
    }
}
