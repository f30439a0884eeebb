using System.Collections.Immutable;
using FollowUp.Application;
using FollowUp.Application.Json;

namespace FollowUp.Storage.Sqlite;

/// <summary>Owed messages. Those that wait are indexed; the others are found along their project's chain, newest first.</summary>
static class Outbox
{
    const string Entry = "message, state, due_at, attempts, note";

    const string Chain =
        """
        WITH RECURSIVE chain (key) AS (
          SELECT newest_message FROM projects WHERE key = ?
          UNION ALL
          SELECT m.before FROM chain CROSS JOIN outbox AS m ON m.key = chain.key)
        """;

    public static void Add(Session session, long project, long? before, OwedRow owed) =>
        session.Sql(
            """
            INSERT INTO outbox (before, project, id, pending, state, due_at, attempts, message)
            VALUES (?, ?, ?, 1, 'Pending', ?, 0, ?)
            """).Bind(before).Bind(project).Bind(owed.Id).Bind(owed.DueAt).Bind(owed.Json).Run();

    /// <returns>Oldest first.</returns>
    public static ImmutableArray<OutboxEntry> All(Session session, long project) =>
        session.Sql($"{Chain} SELECT {Entry} FROM chain CROSS JOIN outbox AS m ON m.key = chain.key ORDER BY m.key").Bind(project).All(Read);

    /// <returns>Oldest first.</returns>
    public static ImmutableArray<OutboxEntry> Pending(Session session, long project) =>
        session.Sql($"SELECT {Entry} FROM outbox WHERE project = ? AND pending = 1 ORDER BY key").Bind(project).All(Read);

    public static OutboxEntry? Find(Session session, long project, string id) =>
        KeyOf(session, project, id) is { } key
            ? session.Sql($"SELECT {Entry} FROM outbox WHERE key = ?").Bind(key).One(Read)
            : null;

    public static void Mark(Session session, long project, OutboxEntry entry)
    {
        if (KeyOf(session, project, entry.Message.Id) is not { } key) return;
        session.Sql("UPDATE outbox SET pending = ?, state = ?, due_at = ?, attempts = ?, note = ? WHERE key = ?")
            .Bind(entry.IsPending ? 1 : 0).Bind(Enum.GetName(entry.State)).Bind(entry.DueAt).Bind(entry.Attempts).Bind(entry.Note).Bind(key)
            .Run();
    }

    static long? KeyOf(Session session, long project, string id) =>
        session.Sql("SELECT key FROM outbox WHERE project = ? AND pending = 1 AND id = ?").Bind(project).Bind(id).One(row => row.NumberOrNull(0))
        ?? session.Sql($"{Chain} SELECT m.key FROM chain CROSS JOIN outbox AS m ON m.key = chain.key WHERE m.id = ? LIMIT 1")
            .Bind(project).Bind(id).One(row => row.NumberOrNull(0));

    static OutboxEntry Read(Row row) => new(
        ProjectJson.ReadMessage(row.Text(0)), Enum.Parse<MessageState>(row.Text(1)), row.Instant(2), (int)row.Number(3), row.TextOrNull(4));
}
