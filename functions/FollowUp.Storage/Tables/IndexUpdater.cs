using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Keeps the index in step with the projects. All rows of a project are in one partition, so each step is one transaction: none of them
/// is ever half a step behind the others.
/// </summary>
sealed class IndexUpdater(TableClient index, ProjectPartition partition)
{
    const int MaxAttempts = 50;
    const int RowsPerBatch = TableLimits.MaxTransactionRows / 2;

    /// <summary>Before a commit: from now on, somebody will look whether the index followed it.</summary>
    public Task MarkPending(PendingIndexUpdate owing, CancellationToken cancellation) => index.Put(owing.Entity, cancellation);

    /// <summary>The commit came to nothing.</summary>
    public Task ClearPending(PendingIndexUpdate owing) => index.Remove(owing.Partition, owing.RowKey, CancellationToken.None);

    /// <summary>After a commit: from what the index held of the state before to what it holds of the one after.</summary>
    /// <param name="dossier">Where the commit brought one.</param>
    public async Task Apply(PendingIndexUpdate owing, IndexEntry? before, StoredVersion after, Project project, ImmutableArray<OutboxMessage> owed, Dossier? dossier)
    {
        // A row that goes to another key takes along what it held of the person.
        var moves = after.Footprint.QueueKey is { } queue && queue != before?.QueueKey;
        if (moves && dossier is null && after.Footprint.Person) dossier = await partition.LoadDossier(project.Id, CancellationToken.None);

        var step = IndexTransaction.BuildUpdate(before, after.Footprint, project, owed, dossier).Append(IndexRows.Delete(owing.Partition, owing.RowKey)).ToList();
        if (step.Count >= TableLimits.MaxTransactionRows || !await TrySubmit(step, before, after))
        {
            await Repair(project.Id, thoroughly: false, CancellationToken.None);
            await ClearPending(owing);
        }
    }

    /// <summary>Brings the index to where the project now stands, wherever it was.</summary>
    /// <param name="thoroughly">Even where it seems to be there already: every row is written again.</param>
    /// <param name="decided">False where no decision was taken and so nobody was assigned.</param>
    /// <returns>The keys of all rows that the project has in the index; empty when there is no such project.</returns>
    public async Task<ImmutableHashSet<string>> Repair(string project, bool thoroughly, CancellationToken cancellation, bool decided = true)
    {
        for (var round = 0; round < MaxAttempts; round++)
        {
            if (await partition.LoadSnapshot(project, cancellation) is not var (known, state)) return [];
            var standing = (await index.All(Keys.PrefixFilter(known.Footprint.PartitionKey, IndexEntry.VersionPrefix(project)), cancellation)).FirstOrDefault();
            var messages = await partition.LoadMessages(project, pendingOnly: true, cancellation);
            var rows = known.Footprint.AllKeys.Concat(messages.Select(IndexRows.GetDueKey)).OfType<string>().ToImmutableHashSet();
            if (standing?.RowKey == known.Footprint.VersionKey && !thoroughly) return rows;

            var before = standing is null ? null : IndexEntry.Read(standing.GetText("Json"));
            foreach (var left in before?.AllKeys.Except(known.Footprint.AllKeys) ?? []) await index.Remove(known.Footprint.PartitionKey, left, cancellation);
            var dossier = known.Footprint.Person ? await partition.LoadDossier(project, cancellation) : null;
            var step = IndexTransaction.BuildRebuild(standing, known.Footprint, state, messages, dossier).ToList();

            // The last ones, links and messages, may well be written before: they tell too early at worst.
            for (; step.Count >= TableLimits.MaxTransactionRows; step.RemoveRange(step.Count - RowsPerBatch, RowsPerBatch))
                await index.SubmitTransactionAsync(step.GetRange(step.Count - RowsPerBatch, RowsPerBatch), CancellationToken.None);

            if (await TrySubmit(step, before, known, decided)) return rows;
        }

        throw new InvalidOperationException($"The read models of project {project} are changed by others faster than they can be mended.");
    }

    /// <returns>False, and nothing written, when the index is not where the step starts from.</returns>
    async Task<bool> TrySubmit(List<TableTransactionAction> step, IndexEntry? before, StoredVersion after, bool decided = true)
    {
        var counts = Counters.AreChangedBy(before, after.Footprint);
        for (var round = 0; round < MaxAttempts; round++)
        {
            var counted = counts ? await BuildCounterUpdate(before, after, decided) : null;
            try
            {
                await index.SubmitTransactionAsync(counted is null ? step : step.Append(counted), CancellationToken.None);
                return true;
            }
            catch (TableTransactionFailedException failure) when (failure.FailedTransactionActionIndex == step.Count)
            {
                // Somebody else counted another project.
            }
            catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
            {
                return false;
            }
        }

        return false;
    }

    async Task<TableTransactionAction> BuildCounterUpdate(IndexEntry? before, StoredVersion after, bool decided)
    {
        var (at, project) = (decided ? after.At : (long?)null, after.Footprint);
        var row = await index.Find(project.PartitionKey, Counters.RowKey, CancellationToken.None);
        var moved = Counters.Read(row).Update(before, project, at).Write(project.PartitionKey);
        return row is null ? IndexRows.Add(moved) : new(TableTransactionActionType.UpdateReplace, moved, row.ETag);
    }
}
