using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

// Repair: makes the index show the project's snapshot, whatever it shows now.
sealed partial class IndexUpdater
{
    const int RowsPerBatch = TableLimits.MaxTransactionRows / 2;

    /// <summary>Repairs the projects of all pending rows and deletes those rows, however old they are. For use while no commit is under way.</summary>
    /// <returns>The number of pending rows.</returns>
    public async Task<int> RepairPending(CancellationToken cancellation)
    {
        var repaired = 0;
        foreach (var number in IndexEntry.Partitions)
        {
            foreach (var entity in await index.All(Keys.PrefixFilter(number, PendingIndexUpdate.Prefix), cancellation, DueRow.Columns))
            {
                var row = DueRow.Read(entity);
                await Repair(row.Project, cancellation);
                await index.Remove(row.Partition, row.Key, cancellation);
                repaired++;
            }
        }

        return repaired;
    }

    /// <summary>Repairs the projects of those rows that are stale by <see cref="StaleRowTracker"/>.</summary>
    /// <returns>Whether the index changed.</returns>
    public async Task<bool> RepairStale(ImmutableArray<DueRow> rows, CancellationToken cancellation)
    {
        var changed = false;
        foreach (var row in staleRows.FindStale(rows))
        {
            try
            {
                changed |= await RepairRow(row, cancellation);
            }
            catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or ArgumentException)
            {
                // The snapshot cannot be read, for instance because a newer version wrote it. The row stays; the other projects are due all the same.
            }
        }

        return changed;
    }

    /// <summary>Rewrites the project's rows when the index shows another version than the snapshot.</summary>
    /// <returns>The keys of all rows that the project has in the index; empty when there is no such project.</returns>
    public Task<ImmutableHashSet<string>> Repair(string project, CancellationToken cancellation) =>
        Rewrite(project, target => !target.IsIndexed, target => target.Stored.At, cancellation);

    /// <summary>Rewrites all rows of a project, also when the index shows the snapshot's version.</summary>
    /// <returns>As <see cref="Repair"/>.</returns>
    public Task<ImmutableHashSet<string>> RepairAllRows(string project, CancellationToken cancellation) =>
        Rewrite(project, _ => true, target => target.Stored.At, cancellation);

    /// <summary>Rewrites all rows of a project after a change that no decision caused, such as a rebuild or an erasure. Counts no assignment.</summary>
    public Task RepairWithoutDecision(string project, CancellationToken cancellation) => Rewrite(project, _ => true, _ => null, cancellation);

    /// <returns>Whether the index changed.</returns>
    async Task<bool> RepairRow(DueRow row, CancellationToken cancellation)
    {
        var keys = row.IsPendingUpdate ? await Repair(row.Project, cancellation) : await RepairAllRows(row.Project, cancellation);
        if (keys.Contains(row.Key)) return false;

        // The commit of a young pending row may still be under way. Only this row tells that the index has to follow it.
        if (row.IsPendingUpdate && options.Time.GetUtcNow() - row.WrittenAt < options.MaxCommitTime) return true;
        await index.Remove(row.Partition, row.Key, cancellation);
        return true;
    }

    /// <exception cref="InvalidOperationException">Other writers changed the project's rows at every attempt.</exception>
    async Task<ImmutableHashSet<string>> Rewrite(
        string project, Func<RepairTarget, bool> isNeeded, Func<RepairTarget, long?> decidedAt, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await LoadTarget(project, cancellation) is not { } target) return [];
            if (!isNeeded(target) || await TryRewrite(target, decidedAt(target), cancellation)) return target.RowKeys;
        }

        throw new InvalidOperationException(
            $"The index of project {project} was not repaired: other writers changed its rows during {MaxAttempts} attempts. A later repair tries again.");
    }

    async Task<RepairTarget?> LoadTarget(string project, CancellationToken cancellation)
    {
        if (await partition.LoadSnapshot(project, cancellation) is not var (stored, state)) return null;
        var versions = await index.All(Keys.PrefixFilter(stored.Entry.PartitionKey, IndexEntry.VersionPrefix(project)), cancellation);
        return new RepairTarget(stored, state, versions.FirstOrDefault(), await partition.LoadMessages(project, pendingOnly: true, cancellation));
    }

    /// <returns>False when another process changed the project's rows in between.</returns>
    async Task<bool> TryRewrite(RepairTarget target, long? decidedAt, CancellationToken cancellation)
    {
        var (entry, before) = (target.Stored.Entry, target.ReadIndexedEntry());
        foreach (var key in before?.AllKeys.Except(entry.AllKeys) ?? []) await index.Remove(entry.PartitionKey, key, cancellation);
        var dossier = entry.Person ? await partition.LoadDossier(entry.Project, cancellation) : null;
        var facts = await partition.LoadFacts(entry.Project, (before?.Version ?? 0) + 1, entry.Version, cancellation);
        List<TableTransactionAction> rows =
        [
            .. IndexTransaction.BuildRebuild(target.VersionRow, entry, target.Project, target.Messages, dossier),
            .. BoardRows.Build(entry.Project, facts).Select(IndexRows.Replace),
        ];

        // What does not fit into the last transaction is written before it. These rows, links, due messages and facts, are the last of the list. When
        // the last transaction fails, they are too early, and the next repair corrects them.
        for (; rows.Count >= TableLimits.MaxTransactionRows; rows.RemoveRange(rows.Count - RowsPerBatch, RowsPerBatch))
            await index.SubmitTransactionAsync(rows.GetRange(rows.Count - RowsPerBatch, RowsPerBatch), CancellationToken.None);

        return await TrySubmit(rows, before, entry, decidedAt);
    }
}
