using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IProjectStore"/>
sealed partial class TablesProjects(
    TableClient projects, TableClient index, ProjectPartition partition, IndexUpdater readModels, SnapshotCache recent, TablesMailbox mailbox) : IProjectStore
{
    readonly CommitWriter committing = new(projects, partition, readModels, recent);

    public async ValueTask<StoredProject?> Load(string projectId, CancellationToken cancellation)
    {
        if (await partition.LoadSnapshot(projectId, cancellation) is not var (known, project)) return null;
        recent.Add(known);
        return new StoredProject(project, known.Head);
    }

    public async ValueTask<StoredProject?> LoadWithIdempotencyRecord(string projectId, string key, CancellationToken cancellation)
    {
        var record = FindIdempotencyRecord(projectId, key, cancellation).AsTask();
        var stored = await Load(projectId, cancellation);
        return stored is null ? null : stored with { IdempotencyRecord = await record };
    }

    public async ValueTask<bool> TryCommit(Commit commit, CancellationToken cancellation) => await committing.TryCommit(commit, cancellation);

    public async ValueTask<IdempotencyRecord?> FindIdempotencyRecord(string projectId, string key, CancellationToken cancellation) =>
        await projects.Find(Keys.Escape(projectId), CommitRows.IdempotencyRowKey(key), cancellation) is { } row
            ? CommitRows.ReadReceipt(row)
            : null;

    /// <remarks>
    /// A commit under the same key inserts the same row, so one of the two loses. A call that was repeated after a lost answer finds its own
    /// row and says false: then the row is read, and gives the same answer.
    /// </remarks>
    public async ValueTask<bool> AddIdempotencyRecord(string projectId, IdempotencyRecord receipt, CancellationToken cancellation) =>
        await projects.TryAdd(CommitRows.IdempotencyRow(Keys.Escape(projectId), receipt, commit: ""), cancellation);

    /// <remarks>Receipts stand in their projects' partitions, so it goes through the whole table; Azure sends back only those that are meant.</remarks>
    public ValueTask<int> DeleteIdempotencyRecords(string prefix, Instant before, int limit, CancellationToken cancellation)
    {
        var from = CommitRows.IdempotencyRowKey(prefix);
        return Forget($"RowKey ge '{from}' and RowKey lt '{from}~' and At lt {InstantColumn.ToNanoseconds(before)}L", limit, cancellation);
    }

    public ValueTask<int> DeleteExpiredIdempotencyRecords(Instant now, int limit, CancellationToken cancellation)
    {
        var from = CommitRows.IdempotencyRowKey("");
        return Forget($"RowKey ge '{from}' and RowKey lt '{from}~' and Expires le {InstantColumn.ToNanoseconds(now)}L", limit, cancellation);
    }

    async ValueTask<int> Forget(string filter, int limit, CancellationToken cancellation)
    {
        var forgotten = 0;
        await foreach (var row in projects.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            if (forgotten == limit) break;
            await projects.Remove(row.PartitionKey, row.RowKey, cancellation);
            forgotten++;
        }

        return forgotten;
    }

    public async ValueTask<Dossier?> LoadDossier(string projectId, CancellationToken cancellation) =>
        await partition.LoadDossier(projectId, cancellation);

    public async ValueTask<ImmutableArray<TimelineEntry>> LoadEntries(string projectId, long first, long last, CancellationToken cancellation)
    {
        var filter = Keys.RangeFilter(
            Keys.Escape(projectId), $"{CommitRows.Events}{Keys.FormatNumber(first)}", $"{CommitRows.Events}{Keys.FormatNumber(last + 1)}");
        return [.. (await projects.All(filter, cancellation)).Select(ReadEntry)];
    }

    public async ValueTask<IReadOnlyDictionary<string, string>> LoadPersonalTexts(string projectId, CancellationToken cancellation) =>
        (await partition.LoadRows(projectId, CommitRows.PersonalTexts, cancellation)).ToDictionary(row => row.GetString("Key"), row => row.GetText("Text"));

    public async ValueTask<ImmutableArray<OutboxEntry>> LoadMessages(string projectId, bool pendingOnly, CancellationToken cancellation) =>
        await partition.LoadMessages(projectId, pendingOnly, cancellation);

    public async ValueTask<OutboxEntry?> FindMessage(string projectId, string messageId, CancellationToken cancellation) =>
        await projects.Find(Keys.Escape(projectId), OutboxRows.GetRowKey(messageId), cancellation) is { } row ? OutboxRows.Read(row) : null;

    /// <remarks>
    /// The index is told of the new time before and rid of the old one after: a crash in between leaves a row that tells too early,
    /// never one too few.
    /// </remarks>
    public async ValueTask UpdateMessage(OutboxEntry entry, CancellationToken cancellation)
    {
        var project = entry.Message.ProjectId;
        if (await FindMessage(project, entry.Message.Id, cancellation) is not { } stored) return;
        var (was, now) = (IndexRows.GetDueKey(stored), IndexRows.GetDueKey(entry));
        if (now is not null && now != was) await index.Put(IndexRows.DueRow(entry), cancellation);
        await projects.UpdateEntityAsync(OutboxRows.BuildUpdate(entry), ETag.All, TableUpdateMode.Merge, CancellationToken.None);
        if (was is not null && was != now) await index.Remove(IndexEntry.GetPartition(project), was, CancellationToken.None);
    }

    /// <remarks>A project that has moved on since its timeline was read is left as its newer commit made it.</remarks>
    public async ValueTask Rebuild(Project project, CancellationToken cancellation)
    {
        while (true)
        {
            if (await partition.LoadSnapshot(project.Id, cancellation) is not var (known, _) || known.Version != project.Version) return;
            var rebuilt = known with { Footprint = IndexEntry.Of(project, known.Footprint.Person) };
            try
            {
                await projects.UpdateEntityAsync(rebuilt.Write(project), known.ETag, TableUpdateMode.Replace, cancellation);
                break;
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
            }
        }

        await readModels.Repair(project.Id, thoroughly: true, cancellation, decided: false);
    }
}
