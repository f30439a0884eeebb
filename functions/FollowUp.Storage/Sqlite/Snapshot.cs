using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <summary>A project's row, made ready by the caller so that the writer only writes.</summary>
sealed class Snapshot(Project project)
{
    readonly string state = RecordJson.Write(project);
    readonly IndexedColumns columns = IndexedColumns.Of(project);

    public string Id => project.Id;

    public void Insert(Session session, long key, AppendPointers ends, Instant at)
    {
        columns.BindTo(session.Sql(
                $"""
                INSERT INTO projects (key, id, client, version, state, newest_entry, newest_message, newest_words, dossier, head, {IndexedColumns.Names})
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, x''), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).Bind(key).Bind(project.Id).Bind(project.ClientId)
            .Bind(project.Version).Bind(state).Bind(ends.Entry).Bind(ends.Message).Bind(ends.PersonalText).Bind(ends.Dossier).Bind(ends.Head)).Execute();
        Counters.Update(session, before: null, columns, at);
        ProviderLinks.Update(session, key, before: null, columns);
    }

    /// <param name="at">When; null when this is no new decision, which assigns nobody.</param>
    /// <remarks>
    /// SQLite rewrites the entries of every index over a column that an UPDATE names, changed or not. Most commits change the state alone
    /// (a note) or that and the two times, and a client is never exchanged.
    /// </remarks>
    public void Update(Session session, StoredRow stored, AppendPointers ends, Instant? at)
    {
        const string Always =
            "version = ?, state = ?, newest_entry = ?, newest_message = ?, newest_words = ?, dossier = ?, head = coalesce(?, head)";
        if (columns == stored.Columns)
        {
            Begin($"UPDATE projects SET {Always} WHERE key = ?").Bind(stored.Key).Execute();
            return;
        }

        if (columns == stored.Columns with { NextAt = columns.NextAt, WakeAt = columns.WakeAt })
        {
            Begin($"UPDATE projects SET {Always}, next_at = ?, wake_at = ? WHERE key = ?")
                .Bind(columns.NextAt).Bind(columns.WakeAt).Bind(stored.Key).Execute();
            return;
        }

        columns.BindTo(Begin($"UPDATE projects SET {Always}, ({IndexedColumns.Names}) = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE key = ?"))
            .Bind(stored.Key).Execute();
        Counters.Update(session, stored.Columns, columns, at);
        ProviderLinks.Update(session, stored.Key, stored.Columns, columns);

        Statement Begin(string sql) =>
            session.Sql(sql).Bind(project.Version).Bind(state).Bind(ends.Entry).Bind(ends.Message).Bind(ends.PersonalText).Bind(ends.Dossier).Bind(ends.Head);
    }
}
