using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Board;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IProjectStore"/>
sealed partial class TablesProjects(
    TableClient projects, TableClient index, ProjectPartition partition, IndexUpdater updater, SnapshotCache snapshots, TablesMailbox mailbox,
    TablesPersons persons, TablesSettings settings) : IProjectStore
{
    readonly IndexVerifier indexVerifier = new(index, partition);
    readonly CommitWriter commits = new(projects, partition, updater, snapshots, persons);

    public async ValueTask<StoredProject?> Load(string projectId, CancellationToken cancellation)
    {
        return await partition.LoadSnapshot(projectId, cancellation) is var (stored, project) ? await AddPerson(stored, project, cancellation) : null;
    }

    /// <remarks>One query, since the key of the snapshot follows those of the messages.</remarks>
    public async ValueTask<ProjectWork?> LoadWork(string projectId, CancellationToken cancellation)
    {
        if (await partition.LoadWork(projectId, cancellation) is not var (stored, project, messages)) return null;
        return new ProjectWork(await AddPerson(stored, project, cancellation), messages);
    }

    async ValueTask<StoredProject> AddPerson(StoredVersion stored, Project project, CancellationToken cancellation)
    {
        snapshots.Add(stored);
        var person = await persons.LoadRecent(project.ClientId, cancellation);
        return new StoredProject(project, stored.Head) { Person = person, IsPersonRecent = person is not null, Signature = stored.Signature };
    }

    public async ValueTask<StoredProject?> LoadWithIdempotencyRecord(string projectId, string key, CancellationToken cancellation)
    {
        var record = FindIdempotencyRecord(projectId, key, cancellation).AsTask();
        var stored = await Load(projectId, cancellation);
        return stored is null ? null : stored with { IdempotencyRecord = await record };
    }

    public async ValueTask<bool> TryCommit(Commit commit, CancellationToken cancellation) => await commits.TryCommit(commit, cancellation);

    public async ValueTask<IdempotencyRecord?> FindIdempotencyRecord(string projectId, string key, CancellationToken cancellation) =>
        await projects.Find(Keys.Escape(projectId), CommitRows.IdempotencyRowKey(key), cancellation) is { } row
            ? CommitRows.ReadIdempotencyRecord(row)
            : null;

    /// <remarks>
    /// A commit with the same idempotency key inserts the same row, so one of the two fails. A retry after a lost response finds its own row and
    /// returns false; the caller then reads that row, which holds the same answer.
    /// </remarks>
    public async ValueTask<bool> AddIdempotencyRecord(string projectId, IdempotencyRecord record, CancellationToken cancellation) =>
        await projects.TryAdd(CommitRows.IdempotencyRow(Keys.Escape(projectId), record, commit: ""), cancellation);

    /// <remarks>The records are in the partitions of their projects, so Azure reads the whole table; it returns the matching rows only.</remarks>
    public ValueTask<int> DeleteIdempotencyRecords(string prefix, Instant before, int limit, CancellationToken cancellation)
    {
        var from = CommitRows.IdempotencyRowKey(prefix);
        return DeleteAll($"RowKey ge '{from}' and RowKey lt '{from}~' and At lt {InstantColumn.ToNanoseconds(before)}L", limit, cancellation);
    }

    public ValueTask<int> DeleteExpiredIdempotencyRecords(Instant now, int limit, CancellationToken cancellation)
    {
        var from = CommitRows.IdempotencyRowKey("");
        return DeleteAll($"RowKey ge '{from}' and RowKey lt '{from}~' and Expires le {InstantColumn.ToNanoseconds(now)}L", limit, cancellation);
    }

    async ValueTask<int> DeleteAll(string filter, int limit, CancellationToken cancellation)
    {
        var deleted = 0;
        await foreach (var row in projects.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            if (deleted == limit) break;
            await projects.Remove(row.PartitionKey, row.RowKey, cancellation);
            deleted++;
        }

        return deleted;
    }

    public async ValueTask<Dossier?> LoadDossier(string projectId, CancellationToken cancellation) =>
        await partition.LoadDossier(projectId, cancellation);

    public async ValueTask<ImmutableArray<TimelineEntry>> LoadEntries(string projectId, long first, long last, CancellationToken cancellation) =>
        await partition.LoadEntries(projectId, first, last, cancellation);

    public async ValueTask<IReadOnlyDictionary<string, string>> LoadPersonalTexts(string projectId, CancellationToken cancellation) =>
        (await partition.LoadRows(projectId, CommitRows.PersonalTexts, cancellation)).ToDictionary(row => row.GetString("Key"), row => row.GetText("Text"));

    public async ValueTask<ImmutableArray<OutboxEntry>> LoadMessages(string projectId, bool pendingOnly, CancellationToken cancellation) =>
        await partition.LoadMessages(projectId, pendingOnly, cancellation);

    public async ValueTask<OutboxEntry?> FindMessage(string projectId, string messageId, CancellationToken cancellation) =>
        await projects.Find(Keys.Escape(projectId), OutboxRows.GetRowKey(messageId), cancellation) is { } row ? OutboxRows.Read(row) : null;

    public async ValueTask<ImmutableArray<SentMail>> LoadSentMails(string projectId, CancellationToken cancellation) =>
        [.. (await partition.LoadRows(projectId, SentMailRows.Prefix, cancellation)).Select(SentMailRows.Read).OrderBy(mail => mail.At)];

    /// <remarks>Does nothing when a newer commit changed the project since its timeline was read.</remarks>
    public async ValueTask<bool> Rebuild(Project project, ImmutableArray<BoardFact> facts, CancellationToken cancellation)
    {
        while (true)
        {
            if (await partition.LoadSnapshot(project.Id, cancellation) is not var (stored, _) || stored.Version != project.Version) return false;
            var rebuilt = stored with { Entry = IndexEntry.Of(project, stored.Entry.Person) };
            try
            {
                await projects.UpdateEntityAsync(rebuilt.Write(project), stored.ETag, TableUpdateMode.Replace, cancellation);
                break;
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
            }
        }

        await updater.RepairWithoutDecision(project.Id, cancellation);
        if (!facts.IsDefault) await BoardRows.Write(index, project.Id, facts, cancellation);
        return true;
    }
}
