using Azure;
using Azure.Data.Tables;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Keeps the index table up to date with the projects table. A transaction of Azure Tables covers one partition of one table, so no
/// transaction covers both. All rows of a project are in one partition of the index.
/// </summary>
/// <remarks>
/// <para>A commit takes three steps. The caller has its answer after the second one:</para>
/// <list type="number">
/// <item><see cref="MarkPending"/> puts a pending row into the index.</item>
/// <item><see cref="CommitWriter"/> writes the project's transaction.</item>
/// <item><see cref="Enqueue"/> has the index transaction written in the background. It replaces the version row of the state before by the version
/// row of the state after, moves the other rows and the counters, and deletes the pending row. When step 2 wrote nothing, <see cref="ClearPending"/>
/// deletes the pending row instead.</item>
/// </list>
/// <para>Steps 1 and 3 are grouped: one transaction serves the commits of many projects of a partition. A group whose transaction fails is written
/// project by project. What reads the index in this process waits for step 3 first (<see cref="Drain"/>), so it sees its own commits.</para>
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
/// index in between, or the step of an earlier commit is missing, the row is not there, the transaction writes nothing, and the project is repaired at
/// once.</para>
/// <para>An update of a message writes its new due row first, then the message, then deletes the old due row in the background. A process that stops in
/// between leaves a row that is due too early, never a missing one. Such a row stays due although its project was handed out; a repair deletes
/// it when the project no longer has that row.</para>
/// <para><see cref="Domain.Projects.Project"/> snapshots are the source of every repair. A repair may run at any time, any number of times and in
/// several processes.</para>
/// </remarks>
sealed partial class IndexUpdater
{
    const int MaxAttempts = 50;

    readonly TableClient index;
    readonly ProjectPartition partition;
    readonly TablesOptions options;
    readonly WorkloadCounters workloads;
    readonly StaleRowTracker staleRows;
    readonly PartitionBatcher<PendingIndexUpdate> marks;
    readonly PartitionBatcher<IndexChange> changes;

    public IndexUpdater(TableClient index, ProjectPartition partition, WorkloadCounters workloads, TablesOptions options)
    {
        (this.index, this.partition, this.workloads, this.options) = (index, partition, workloads, options);
        staleRows = new(options);
        marks = new(waiting => Math.Min(waiting.Count, TableLimits.MaxTransactionRows), WriteMarks);
        changes = new(GetGroupSize, WriteChanges);
    }

    /// <summary>Step 1, before the commit.</summary>
    public Task MarkPending(PendingIndexUpdate pending, CancellationToken cancellation) => marks.Add(pending.Partition, pending).WaitAsync(cancellation);

    /// <summary>Instead of step 3, when the commit wrote nothing.</summary>
    public Task ClearPending(PendingIndexUpdate pending) => index.Remove(pending.Partition, pending.RowKey, CancellationToken.None);

    /// <summary>Step 3, after the commit. A failure is left to a repair: the pending row is in the index.</summary>
    public void Enqueue(IndexChange change)
    {
        if (change is IndexChange.OfCommit commit) workloads.Begin(commit.Workload);
        _ = changes.Add(IndexEntry.GetPartition(change.Project), change);
    }

    /// <summary>Completes when the index shows all commits of this process, or has a pending row for those that it could not be updated for.</summary>
    public Task Drain() => changes.Drain();

    async Task WriteMarks(string number, IReadOnlyList<PendingIndexUpdate> group)
    {
        if (group.Count > 1)
        {
            try
            {
                await index.SubmitTransactionAsync(group.Select(mark => IndexRows.Replace(mark.Entity)), CancellationToken.None);
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // What fails for one must not fail for all. A row that was written all the same is replaced by the same.
            }
        }

        await Task.WhenAll(group.Select(mark => index.Put(mark.Entity, CancellationToken.None)));
    }

    /// <param name="before">What the index shows now; null for nothing.</param>
    /// <param name="decidedAt">When the decision was taken; null when no decision causes the change, which then assigns no one.</param>
    /// <returns>False when the index shows another state than <paramref name="before"/>; then nothing is written.</returns>
    async Task<bool> TrySubmit(List<TableTransactionAction> rows, IndexEntry? before, IndexEntry after, long? decidedAt)
    {
        try
        {
            await workloads.Submit(after.PartitionKey, rows, WorkloadChange.Between(before?.Assignment, after.Assignment, decidedAt), isBegun: false);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
