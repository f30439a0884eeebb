using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IProjectStore"/>
sealed partial class SqliteProjects(SqliteDatabase database) : IProjectStore
{
    /// <summary>Rows that are taken away in one transaction, with which commits of others share a flush.</summary>
    const int DeleteBatchSize = 500;

    public ValueTask<StoredProject?> Load(string projectId, CancellationToken cancellation) =>
        database.Read(
            session => session.Sql("SELECT state, head FROM projects WHERE id = ?").Bind(projectId)
                .QueryFirst(row => new StoredProject(RecordJson.ReadProject(row.Utf8(0)), row.Hash(1))),
            cancellation);

    public ValueTask<StoredProject?> LoadWithIdempotencyRecord(string projectId, string key, CancellationToken cancellation) =>
        database.Read(
            session => session.Sql("SELECT state, head, key FROM projects WHERE id = ?").Bind(projectId)
                .QueryFirst(row => new StoredProject(
                    RecordJson.ReadProject(row.Utf8(0)), row.Hash(1), IdempotencyTable.Find(session, row.Number(2), key))),
            cancellation);

    public ValueTask<bool> TryCommit(Commit commit, CancellationToken cancellation) =>
        database.Write(new PreparedCommit(commit).Write, cancellation);

    public ValueTask<IdempotencyRecord?> FindIdempotencyRecord(string projectId, string key, CancellationToken cancellation) =>
        ReadByKey(projectId, (session, project) => IdempotencyTable.Find(session, project, key), null, cancellation);

    public ValueTask<bool> AddIdempotencyRecord(string projectId, IdempotencyRecord receipt, CancellationToken cancellation) => database.Write(
        session =>
        {
            if (StoredRow.FindKey(session, projectId) is not { } project || IdempotencyTable.Find(session, project, receipt.Key) is not null) return false;
            IdempotencyTable.Add(session, project, receipt);
            return true;
        },
        cancellation);

    /// <remarks>Found by reading all of them, which holds up nobody; taken away by their keys, a few at a time.</remarks>
    public ValueTask<int> DeleteIdempotencyRecords(string prefix, Instant before, int limit, CancellationToken cancellation) =>
        Forget(session => IdempotencyTable.FindBefore(session, prefix, before, limit), cancellation);

    public ValueTask<int> DeleteExpiredIdempotencyRecords(Instant now, int limit, CancellationToken cancellation) =>
        Forget(session => IdempotencyTable.Expired(session, now, limit), cancellation);

    async ValueTask<int> Forget(Func<Session, ImmutableArray<(long Project, string Key)>> find, CancellationToken cancellation)
    {
        var old = await database.Read(find, cancellation);
        foreach (var some in old.Chunk(DeleteBatchSize))
        {
            await database.Write(
                session =>
                {
                    foreach (var (project, key) in some) IdempotencyTable.Remove(session, project, key);
                },
                cancellation);
        }

        return old.Length;
    }

    public ValueTask<Dossier?> LoadDossier(string projectId, CancellationToken cancellation) =>
        ReadByKey(
            projectId,
            (session, project) => session.Sql(
                "SELECT json FROM dossiers WHERE key = (SELECT dossier FROM projects WHERE key = ?) AND json IS NOT NULL").Bind(project)
                .QueryFirst(row => RecordJson.ReadDossier(row.Utf8(0))),
            null,
            cancellation);

    public ValueTask<ImmutableArray<TimelineEntry>> LoadEntries(string projectId, long first, long last, CancellationToken cancellation) =>
        database.Read(session => TimelineTable.Load(session, projectId, first, last), cancellation);

    public ValueTask<IReadOnlyDictionary<string, string>> LoadPersonalTexts(string projectId, CancellationToken cancellation) =>
        ReadByKey<IReadOnlyDictionary<string, string>>(
            projectId,
            PersonalTextTable.Load,
            ImmutableDictionary<string, string>.Empty,
            cancellation);

    public ValueTask<ImmutableArray<OutboxEntry>> LoadMessages(string projectId, bool pendingOnly, CancellationToken cancellation) =>
        ReadByKey(projectId, (session, project) => pendingOnly ? OutboxTable.LoadPending(session, project) : OutboxTable.LoadAll(session, project), [], cancellation);

    public ValueTask<OutboxEntry?> FindMessage(string projectId, string messageId, CancellationToken cancellation) =>
        ReadByKey(projectId, (session, project) => OutboxTable.Find(session, project, messageId), null, cancellation);

    public ValueTask UpdateMessage(OutboxEntry entry, CancellationToken cancellation) => database.Write(
        session =>
        {
            if (StoredRow.FindKey(session, entry.Message.ProjectId) is { } project) OutboxTable.Update(session, project, entry);
        },
        cancellation);

    /// <remarks>A project that has moved on since its timeline was read is left as its newer commit made it.</remarks>
    public ValueTask Rebuild(Project project, CancellationToken cancellation)
    {
        var snapshot = new Snapshot(project);
        return database.Write(
            session =>
            {
                if (StoredRow.Find(session, project.Id) is { } stored && stored.Version == project.Version)
                    snapshot.Update(session, stored, stored.Ends, at: null);
            },
            cancellation);
    }

    public ValueTask ErasePerson(string projectId, CancellationToken cancellation) => database.Erase(
        session =>
        {
            SqliteMailbox.Erase(session, projectId);
            if (StoredRow.Find(session, projectId) is not { } stored) return;
            PersonalTextTable.Erase(session, stored.Key);
            var ends = stored.Ends.ReplaceDossier(session, stored.Key, SearchText.Build(projectId, dossier: null), json: null);
            session.Sql("UPDATE projects SET newest_words = NULL, dossier = ? WHERE key = ?").Bind(ends.Dossier).Bind(stored.Key).Execute();
        },
        cancellation);

    /// <summary>Reads something of a project by its key, or gives what stands for nothing when there is no such project.</summary>
    ValueTask<T> ReadByKey<T>(string projectId, Func<Session, long, T> read, T nothing, CancellationToken cancellation) => database.Read(
        session => StoredRow.FindKey(session, projectId) is { } project ? read(session, project) : nothing, cancellation);
}
