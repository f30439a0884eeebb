using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;

namespace FollowUp.Storage.Sqlite;

/// <summary>Outbox messages. Pending ones have an index; the others are found along their project's linked list, newest first.</summary>
static class OutboxTable
{
    const string Entry = "message, state, due_at, attempts, note";

    const string Chain =
        """
        WITH RECURSIVE chain (key) AS (
          SELECT newest_message FROM projects WHERE key = ?
          UNION ALL
          SELECT m.before FROM chain CROSS JOIN outbox AS m ON m.key = chain.key)
        """;

    /// <param name="before">Key of the project's message before this one; null for its first.</param>
    /// <param name="json">The message, serialized by the caller.</param>
    public static void Add(Session session, long project, long? before, OutboxMessage message, string json) =>
        session.Sql(
            """
            INSERT INTO outbox (before, project, id, pending, state, due_at, attempts, message)
            VALUES (?, ?, ?, 1, 'Pending', ?, 0, ?)
            """).Bind(before).Bind(project).Bind(message.Id).Bind(message.NotBefore).Bind(json).Execute();

    /// <returns>Oldest first.</returns>
    public static ImmutableArray<OutboxEntry> LoadAll(Session session, long project) =>
        session.Sql($"{Chain} SELECT {Entry} FROM chain CROSS JOIN outbox AS m ON m.key = chain.key ORDER BY m.key").Bind(project).QueryAll(Read);

    /// <returns>Oldest first.</returns>
    public static ImmutableArray<OutboxEntry> LoadPending(Session session, long project) =>
        session.Sql($"SELECT {Entry} FROM outbox WHERE project = ? AND pending = 1 ORDER BY key").Bind(project).QueryAll(Read);

    public static OutboxEntry? Find(Session session, long project, string id) =>
        FindKey(session, project, id) is { } key
            ? session.Sql($"SELECT {Entry} FROM outbox WHERE key = ?").Bind(key).QueryFirst(Read)
            : null;

    /// <summary>Does nothing when the project has no such message.</summary>
    public static void Update(Session session, long project, OutboxEntry entry)
    {
        if (FindKey(session, project, entry.Message.Id) is not { } key) return;
        session.Sql("UPDATE outbox SET pending = ?, state = ?, due_at = ?, attempts = ?, note = ? WHERE key = ?")
            .Bind(entry.IsPending ? 1 : 0).Bind(Enum.GetName(entry.State)).Bind(entry.DueAt).Bind(entry.Attempts).Bind(entry.Note).Bind(key)
            .Execute();
    }

    static long? FindKey(Session session, long project, string id) =>
        session.Sql("SELECT key FROM outbox WHERE project = ? AND pending = 1 AND id = ?").Bind(project).Bind(id).QueryFirst(row => row.NumberOrNull(0))
        ?? session.Sql($"{Chain} SELECT m.key FROM chain CROSS JOIN outbox AS m ON m.key = chain.key WHERE m.id = ? LIMIT 1")
            .Bind(project).Bind(id).QueryFirst(row => row.NumberOrNull(0));

    static OutboxEntry Read(Row row) => new(
        RecordJson.ReadMessage(row.Text(0)), Enum.Parse<MessageState>(row.Text(1)), row.Instant(2), (int)row.Number(3), row.TextOrNull(4));
}
