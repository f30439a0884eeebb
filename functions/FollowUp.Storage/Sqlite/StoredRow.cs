namespace FollowUp.Storage.Sqlite;

/// <summary>What a writer must know of a project's row before it changes it.</summary>
sealed record StoredRow(long Key, long Version, AppendPointers Ends, IndexedColumns Columns)
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

    /// <summary>The key that a new project takes.</summary>
    public static long GetNextKey(Session session) =>
        session.Sql("SELECT coalesce(max(key), 0) + 1 FROM projects").QueryFirst(row => row.Number(0));

    public static long? FindKey(Session session, string id) =>
        session.Sql("SELECT key FROM projects WHERE id = ?").Bind(id).QueryFirst(row => row.NumberOrNull(0));
}
