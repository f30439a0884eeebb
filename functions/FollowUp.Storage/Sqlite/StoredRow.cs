using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary>The part of a project's row that a commit reads before it changes the project.</summary>
sealed record StoredRow(long Key, long Version, AppendPointers Pointers, IndexedFields Fields)
{
    public static StoredRow? Find(Session session, string id) =>
        session.Sql(
                $"""
                SELECT key, version, newest_entry, newest_message, newest_words, dossier, {IndexedColumns.Names}
                FROM projects WHERE id = ?
                """).Bind(id)
            .QueryFirst(row => new StoredRow(
                row.Number(0),
                row.Number(1),
                new AppendPointers(row.NumberOrNull(2), row.NumberOrNull(3), row.NumberOrNull(4), row.NumberOrNull(5)),
                IndexedColumns.Read(row, 6)));

    /// <summary>The key for a new project.</summary>
    public static long GetNextKey(Session session) =>
        session.Sql("SELECT coalesce(max(key), 0) + 1 FROM projects").QueryFirst(row => row.Number(0));

    /// <returns>Null when there is no such project.</returns>
    public static long? FindKey(Session session, string id) =>
        session.Sql("SELECT key FROM projects WHERE id = ?").Bind(id).QueryFirst(row => row.NumberOrNull(0));
}
