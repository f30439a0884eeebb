using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IProjectStore"/>
sealed partial class TablesProjects(
    TableClient projects, TableClient index, Partition partition, ReadModels readModels, Recent recent, TablesMailbox mailbox) : IProjectStore
{
    readonly Committing committing = new(projects, partition, readModels, recent);

    public async ValueTask<StoredProject?> Load(string projectId, CancellationToken cancellation)
    {
        if (await partition.Snapshot(projectId, cancellation) is not var (known, project)) return null;
        recent.Keep(known);
        return new StoredProject(project, known.Head);
    }

    public async ValueTask<bool> Commit(Commit commit, CancellationToken cancellation) => await committing.Commit(commit, cancellation);

    public async ValueTask<Receipt?> FindReceipt(string projectId, string key, CancellationToken cancellation) =>
        await projects.Find(Keys.Part(projectId), CommitRows.ReceiptKey(key), cancellation) is { } row
            ? CommitRows.ReadReceipt(row)
            : null;

    /// <remarks>
    /// A commit under the same key inserts the same row, so one of the two loses. A call that was repeated after a lost answer finds its own
    /// row and says false: then the row is read, and gives the same answer.
    /// </remarks>
    public async ValueTask<bool> AddReceipt(string projectId, Receipt receipt, CancellationToken cancellation) =>
        await projects.Add(CommitRows.ReceiptRow(Keys.Part(projectId), receipt, commit: ""), cancellation);

    /// <remarks>Receipts stand in their projects' partitions, so it goes through the whole table; Azure sends back only those that are meant.</remarks>
    public ValueTask<int> ForgetReceipts(string prefix, Instant before, int limit, CancellationToken cancellation)
    {
        var from = CommitRows.ReceiptKey(prefix);
        return Forget($"RowKey ge '{from}' and RowKey lt '{from}~' and At lt {SortableInstant.Write(before)}L", limit, cancellation);
    }

    public ValueTask<int> ForgetExpiredReceipts(Instant now, int limit, CancellationToken cancellation)
    {
        var from = CommitRows.ReceiptKey("");
        return Forget($"RowKey ge '{from}' and RowKey lt '{from}~' and Expires le {SortableInstant.Write(now)}L", limit, cancellation);
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
        await partition.Dossier(projectId, cancellation);

    public async ValueTask<IReadOnlyDictionary<string, string>> LoadWords(string projectId, CancellationToken cancellation) =>
        (await partition.Rows(projectId, CommitRows.Words, cancellation)).ToDictionary(row => row.GetString("Key"), row => row.Text("Text"));

    public async ValueTask<ImmutableArray<OutboxEntry>> Messages(string projectId, bool pendingOnly, CancellationToken cancellation) =>
        await partition.Messages(projectId, pendingOnly, cancellation);

    public async ValueTask<OutboxEntry?> FindMessage(string projectId, string messageId, CancellationToken cancellation) =>
        await projects.Find(Keys.Part(projectId), OutboxRows.KeyOf(messageId), cancellation) is { } row ? OutboxRows.Read(row) : null;

    /// <remarks>
    /// The index is told of the new time before and rid of the old one after: a crash in between leaves a row that tells too early,
    /// never one too few.
    /// </remarks>
    public async ValueTask Mark(OutboxEntry entry, CancellationToken cancellation)
    {
        var project = entry.Message.ProjectId;
        if (await FindMessage(project, entry.Message.Id, cancellation) is not { } stored) return;
        var (was, now) = (IndexRows.KeyOf(stored), IndexRows.KeyOf(entry));
        if (now is not null && now != was) await index.Put(IndexRows.Due(entry), cancellation);
        await projects.UpdateEntityAsync(OutboxRows.Mark(entry), ETag.All, TableUpdateMode.Merge, CancellationToken.None);
        if (was is not null && was != now) await index.Remove(Footprint.PartitionOf(project), was, CancellationToken.None);
    }

    /// <remarks>A project that has moved on since its timeline was read is left as its newer commit made it.</remarks>
    public async ValueTask Rebuild(Project project, CancellationToken cancellation)
    {
        while (true)
        {
            if (await partition.Snapshot(project.Id, cancellation) is not var (known, _) || known.Version != project.Version) return;
            var rebuilt = known with { Footprint = Footprint.Of(project, known.Footprint.Person) };
            try
            {
                await projects.UpdateEntityAsync(rebuilt.Write(project), known.ETag, TableUpdateMode.Replace, cancellation);
                break;
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
            }
        }

        await readModels.Mend(project.Id, thoroughly: true, cancellation, decided: false);
    }
}
