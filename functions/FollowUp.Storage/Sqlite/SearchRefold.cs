using FollowUp.Application.Serialization;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary>Builds the search texts of an earlier version again (<see cref="SearchText"/>), once after the migration that asks for it.</summary>
static class SearchRefold
{
    const int BatchSize = 500;

    /// <summary>
    /// Goes on where it was interrupted. Several processes may do so at once. A dossier is blanked and appended again and not updated, so that
    /// no row grows (see the schema on erasure).
    /// </summary>
    public static void Complete(Session session)
    {
        while (FindProgress(session) is not null)
        {
            session.Begin();
            try
            {
                // Read again under the write lock: another process may have taken the batch meanwhile.
                if (FindProgress(session) is { } progress)
                {
                    RefoldBatch(session, progress);
                }

                session.Commit();
            }
            catch
            {
                session.Rollback();
                throw;
            }
        }
    }

    static void RefoldBatch(Session session, Progress progress)
    {
        var batch = session.Sql(
                """
                SELECT d.key, p.key, p.id, d.json FROM dossiers AS d LEFT JOIN projects AS p ON p.key = d.project AND p.dossier = d.key
                WHERE d.key > ? AND d.key <= ? ORDER BY d.key LIMIT ?
                """).Bind(progress.Done).Bind(progress.Last).Bind(BatchSize)
            .QueryAll(row => (Key: row.Number(0), Project: row.NumberOrNull(1), Id: row.TextOrNull(2), Json: row.TextOrNull(3)));
        foreach (var (key, project, id, json) in batch)
        {
            if (project is { } current)
            {
                Replace(session, current, key, Build(id!, json), json);
            }
        }

        if (batch.Length < BatchSize)
        {
            session.Sql("DELETE FROM search_refold").Execute();
        }
        else
        {
            session.Sql("UPDATE search_refold SET done = ?").Bind(batch[^1].Key).Execute();
        }
    }

    /// <summary>Builds the search text of one project again; writes nothing when it is up to date.</summary>
    public static void ReplaceIfChanged(Session session, long project, string id, long dossier)
    {
        var (stored, json) = session.Sql("SELECT search, json FROM dossiers WHERE key = ?").Bind(dossier)
            .QueryFirst(row => (row.Text(0), row.TextOrNull(1)));
        if (Build(id, json) is var search && search != stored)
        {
            Replace(session, project, dossier, search, json);
        }
    }

    static void Replace(Session session, long project, long dossier, string search, string? json)
    {
        var pointers = new AppendPointers(Entry: null, Message: null, PersonalText: null, Dossier: dossier).ReplaceDossier(session, project, search, json);
        session.Sql("UPDATE projects SET dossier = ? WHERE key = ?").Bind(pointers.Dossier).Bind(project).Execute();
    }

    /// <param name="json">The dossier; null for an erased person.</param>
    static string Build(string id, string? json) => SearchText.Build(id, json is null ? null : RecordJson.ReadDossier(json));

    static Progress? FindProgress(Session session) =>
        session.Sql("SELECT done, last FROM search_refold").QueryFirst(row => new Progress(row.Number(0), row.Number(1)));

    /// <param name="Done">The key of the last dossier that is done.</param>
    /// <param name="Last">The key of the last dossier that the earlier version wrote.</param>
    sealed record Progress(long Done, long Last);
}
