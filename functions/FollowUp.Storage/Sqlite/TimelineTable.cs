using System.Collections.Immutable;
using FollowUp.Application.Projects;

namespace FollowUp.Storage.Sqlite;

/// <summary>The timeline of a project: each row names the row of the entry before it.</summary>
static class TimelineTable
{
    /// <returns>Oldest first.</returns>
    public static ImmutableArray<TimelineEntry> Load(Session session, string projectId) =>
        session.Sql(
            """
            WITH RECURSIVE chain (key) AS (
              SELECT newest_entry FROM projects WHERE id = ?
              UNION ALL
              SELECT t.before FROM chain CROSS JOIN timeline AS t ON t.key = chain.key)
            SELECT t.seq, t.at, t.kind, t.json, t.hash FROM chain CROSS JOIN timeline AS t ON t.key = chain.key ORDER BY t.seq
            """).Bind(projectId)
            .QueryAll(Read);

    /// <summary>The entries from one sequence number to another, both included. The cost grows with the number of entries after the first one.</summary>
    /// <returns>Oldest first.</returns>
    public static ImmutableArray<TimelineEntry> Load(Session session, string projectId, long first, long last) =>
        session.Sql(
            """
            WITH RECURSIVE chain (key) AS (
              SELECT newest_entry FROM projects WHERE id = ?
              UNION ALL
              SELECT t.before FROM chain CROSS JOIN timeline AS t ON t.key = chain.key AND t.seq > ?)
            SELECT t.seq, t.at, t.kind, t.json, t.hash FROM chain CROSS JOIN timeline AS t ON t.key = chain.key WHERE t.seq BETWEEN ? AND ? ORDER BY t.seq
            """).Bind(projectId).Bind(first).Bind(first).Bind(last)
            .QueryAll(Read);

    static TimelineEntry Read(Row row) => new(row.Number(0), row.Instant(1), row.Text(2), row.Text(3), row.Hash(4));
}
