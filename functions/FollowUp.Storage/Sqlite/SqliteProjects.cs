using System.Collections.Immutable;
using FollowUp.Application;
using FollowUp.Application.Json;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IProjectStore"/>
sealed partial class SqliteProjects(SqliteDatabase database) : IProjectStore
{
    /// <summary>Rows that are taken away in one transaction, with which commits of others share a flush.</summary>
    const int Slice = 500;

    public ValueTask<StoredProject?> Load(string projectId, CancellationToken cancellation) =>
        database.Read(
            session => session.Sql("SELECT state, head FROM projects WHERE id = ?").Bind(projectId)
                .One(row => new StoredProject(ProjectJson.ReadProject(row.Utf8(0)), row.Hash(1))),
            cancellation);

    public ValueTask<bool> Commit(Commit commit, CancellationToken cancellation) =>
        database.Write(new PreparedCommit(commit).Write, cancellation);

    public ValueTask<Receipt?> FindReceipt(string projectId, string key, CancellationToken cancellation) =>
        Of(projectId, (session, project) => Receipts.Find(session, project, key), null, cancellation);

    public ValueTask<bool> AddReceipt(string projectId, Receipt receipt, CancellationToken cancellation) => database.Write(
        session =>
        {
            if (StoredRow.KeyOf(session, projectId) is not { } project || Receipts.Find(session, project, receipt.Key) is not null) return false;
            Receipts.Add(session, project, receipt);
            return true;
        },
        cancellation);

    /// <remarks>Found by reading all of them, which holds up nobody; taken away by their keys, a few at a time.</remarks>
    public ValueTask<int> ForgetReceipts(string prefix, Instant before, int limit, CancellationToken cancellation) =>
        Forget(session => Receipts.Before(session, prefix, before, limit), cancellation);

    public ValueTask<int> ForgetExpiredReceipts(Instant now, int limit, CancellationToken cancellation) =>
        Forget(session => Receipts.Expired(session, now, limit), cancellation);

    async ValueTask<int> Forget(Func<Session, ImmutableArray<(long Project, string Key)>> find, CancellationToken cancellation)
    {
        var old = await database.Read(find, cancellation);
        foreach (var some in old.Chunk(Slice))
        {
            await database.Write(
                session =>
                {
                    foreach (var (project, key) in some) Receipts.Remove(session, project, key);
                },
                cancellation);
        }

        return old.Length;
    }

    public ValueTask<Dossier?> LoadDossier(string projectId, CancellationToken cancellation) =>
        Of(
            projectId,
            (session, project) => session.Sql(
                "SELECT json FROM dossiers WHERE key = (SELECT dossier FROM projects WHERE key = ?) AND json IS NOT NULL").Bind(project)
                .One(row => ProjectJson.ReadDossier(row.Utf8(0))),
            null,
            cancellation);

    public ValueTask<IReadOnlyDictionary<string, string>> LoadWords(string projectId, CancellationToken cancellation) =>
        Of<IReadOnlyDictionary<string, string>>(
            projectId,
            Filed.All,
            ImmutableDictionary<string, string>.Empty,
            cancellation);

    public ValueTask<ImmutableArray<OutboxEntry>> Messages(string projectId, bool pendingOnly, CancellationToken cancellation) =>
        Of(projectId, (session, project) => pendingOnly ? Outbox.Pending(session, project) : Outbox.All(session, project), [], cancellation);

    public ValueTask<OutboxEntry?> FindMessage(string projectId, string messageId, CancellationToken cancellation) =>
        Of(projectId, (session, project) => Outbox.Find(session, project, messageId), null, cancellation);

    public ValueTask Mark(OutboxEntry entry, CancellationToken cancellation) => database.Write(
        session =>
        {
            if (StoredRow.KeyOf(session, entry.Message.ProjectId) is { } project) Outbox.Mark(session, project, entry);
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
            SqliteMailbox.Blank(session, projectId);
            if (StoredRow.Find(session, projectId) is not { } stored) return;
            Filed.Blank(session, stored.Key);
            var ends = stored.Ends.Replace(session, stored.Key, SearchText.Of(projectId, dossier: null), json: null);
            session.Sql("UPDATE projects SET newest_words = NULL, dossier = ? WHERE key = ?").Bind(ends.Dossier).Bind(stored.Key).Run();
        },
        cancellation);

    /// <summary>Reads something of a project by its key, or gives what stands for nothing when there is no such project.</summary>
    ValueTask<T> Of<T>(string projectId, Func<Session, long, T> read, T nothing, CancellationToken cancellation) => database.Read(
        session => StoredRow.KeyOf(session, projectId) is { } project ? read(session, project) : nothing, cancellation);
}
