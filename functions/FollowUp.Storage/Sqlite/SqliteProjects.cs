using System.Collections.Immutable;
using FollowUp.Application.Board;
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
    /// <summary>Rows deleted in one transaction. Deleting in small transactions does not delay commits.</summary>
    const int DeleteBatchSize = 500;

    public ValueTask<StoredProject?> Load(string projectId, CancellationToken cancellation) =>
        ReadStored(projectId, (_, stored, _) => stored, cancellation);

    public ValueTask<StoredProject?> LoadWithIdempotencyRecord(string projectId, string key, CancellationToken cancellation) =>
        ReadStored(projectId, (session, stored, project) => stored with { IdempotencyRecord = IdempotencyTable.Find(session, project, key) }, cancellation);

    public ValueTask<ProjectWork?> LoadWork(string projectId, CancellationToken cancellation) =>
        ReadStored(projectId, (session, stored, project) => new ProjectWork(stored, OutboxTable.LoadPending(session, project)), cancellation);

    /// <param name="read">Gets the session, the project and the key of its row.</param>
    ValueTask<T?> ReadStored<T>(string projectId, Func<Session, StoredProject, long, T> read, CancellationToken cancellation)
        where T : class => database.Read(
            session => session.Sql("SELECT state, head, key, signature FROM projects WHERE id = ?").Bind(projectId)
                .QueryFirst(row => read(
                    session,
                    AddPerson(session, new StoredProject(RecordJson.ReadProject(row.Utf8(0)), row.Hash(1)) { Signature = row.TextOrNull(3) }),
                    row.Number(2))),
            cancellation);

    public ValueTask<bool> TryCommit(Commit commit, CancellationToken cancellation) =>
        database.Write(new PreparedCommit(commit).Write, cancellation);

    public ValueTask<IdempotencyRecord?> FindIdempotencyRecord(string projectId, string key, CancellationToken cancellation) =>
        ReadByKey(projectId, (session, project) => IdempotencyTable.Find(session, project, key), null, cancellation);

    public ValueTask<bool> AddIdempotencyRecord(string projectId, IdempotencyRecord record, CancellationToken cancellation) => database.Write(
        session =>
        {
            if (StoredRow.FindKey(session, projectId) is not { } project || IdempotencyTable.Find(session, project, record.Key) is not null) return false;
            IdempotencyTable.Add(session, project, record);
            return true;
        },
        cancellation);

    /// <remarks>Finds them by reading all records, which blocks no writer, and deletes them by key, <see cref="DeleteBatchSize"/> at a time.</remarks>
    public ValueTask<int> DeleteIdempotencyRecords(string prefix, Instant before, int limit, CancellationToken cancellation) =>
        DeleteAll(session => IdempotencyTable.FindBefore(session, prefix, before, limit), cancellation);

    public ValueTask<int> DeleteExpiredIdempotencyRecords(Instant now, int limit, CancellationToken cancellation) =>
        DeleteAll(session => IdempotencyTable.FindExpired(session, now, limit), cancellation);

    async ValueTask<int> DeleteAll(Func<Session, ImmutableArray<(long Project, string Key)>> find, CancellationToken cancellation)
    {
        var old = await database.Read(find, cancellation);
        foreach (var batch in old.Chunk(DeleteBatchSize))
        {
            await database.Write(
                session =>
                {
                    foreach (var (project, key) in batch) IdempotencyTable.Remove(session, project, key);
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

    public ValueTask UpdateMessage(OutboxEntry entry, CancellationToken cancellation) => UpdateMessages([new MessageUpdate(entry, entry)], cancellation);

    public ValueTask UpdateMessages(ImmutableArray<MessageUpdate> updates, CancellationToken cancellation) => database.Write(
        session =>
        {
            foreach (var (_, entry, mail) in updates)
            {
                if (StoredRow.FindKey(session, entry.Message.ProjectId) is not { } project) continue;
                OutboxTable.Update(session, project, entry);
                if (mail is not null) SentMailTable.Add(session, project, mail);
            }
        },
        cancellation);

    public async ValueTask<MailSource> LoadMailSource(string projectId, long seq, bool withTexts, CancellationToken cancellation) => new(
        await LoadEntries(projectId, seq, seq, cancellation) is [var cause] ? cause : null,
        await LoadDossier(projectId, cancellation),
        withTexts ? await LoadPersonalTexts(projectId, cancellation) : ImmutableDictionary<string, string>.Empty);

    public ValueTask<ImmutableArray<SentMail>> LoadSentMails(string projectId, CancellationToken cancellation) =>
        ReadByKey(projectId, SentMailTable.Load, [], cancellation);

    /// <remarks>Does nothing when a newer commit changed the project since its timeline was read. Builds the search text too.</remarks>
    public ValueTask<bool> Rebuild(Project project, ImmutableArray<BoardFact> facts, CancellationToken cancellation)
    {
        var snapshot = new Snapshot(project);
        return database.Write(
            session =>
            {
                if (StoredRow.Find(session, project.Id) is not { } stored || stored.Version != project.Version) return false;
                snapshot.Update(session, stored, stored.Pointers, at: null);
                if (stored.Pointers.Dossier is { } dossier) SearchRefold.ReplaceIfChanged(session, stored.Key, project.Id, dossier);
                if (!facts.IsDefault) BoardTable.Add(session, stored.Key, facts);
                return true;
            },
            cancellation);
    }

    public ValueTask<ImmutableArray<string>> FindChangedColumns(string projectId, CancellationToken cancellation) => database.Read<ImmutableArray<string>>(
        session =>
        {
            if (StoredRow.Find(session, projectId) is not { } stored) return [];
            var (project, client) = session.Sql("SELECT state, client FROM projects WHERE key = ?").Bind(stored.Key)
                .QueryFirst(row => (RecordJson.ReadProject(row.Utf8(0)), row.Text(1)));
            var changed = IndexedColumns.FindChanged(stored.Fields, IndexedFields.Of(project));
            return
            [
                .. project.Id == projectId ? changed : changed.Prepend("id"),
                .. client == project.ClientId ? Array.Empty<string>() : ["client"],
                .. stored.Version == project.Version ? Array.Empty<string>() : ["version"],
            ];
        },
        cancellation);

    public ValueTask ErasePerson(string projectId, CancellationToken cancellation) => database.Erase(
        session =>
        {
            SqliteMailbox.Erase(session, projectId);
            if (StoredRow.Find(session, projectId) is not { } stored) return;
            PersonalTextTable.Erase(session, stored.Key);
            SentMailTable.Erase(session, stored.Key);
            IdempotencyTable.EraseDigests(session, stored.Key);
            var pointers = stored.Pointers.ReplaceDossier(session, stored.Key, SearchText.Build(projectId, dossier: null), json: null);
            session.Sql("UPDATE projects SET newest_words = NULL, dossier = ? WHERE key = ?").Bind(pointers.Dossier).Bind(stored.Key).Execute();
        },
        cancellation);

    static StoredProject AddPerson(Session session, StoredProject stored) =>
        stored with { Person = PersonTable.FindByClient(session, stored.Project.ClientId) };

    /// <param name="read">Gets the project's key.</param>
    /// <param name="absent">The result when there is no such project.</param>
    ValueTask<T> ReadByKey<T>(string projectId, Func<Session, long, T> read, T absent, CancellationToken cancellation) => database.Read(
        session => StoredRow.FindKey(session, projectId) is { } project ? read(session, project) : absent, cancellation);
}
