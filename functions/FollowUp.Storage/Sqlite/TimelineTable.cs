using System.Collections.Immutable;
using FollowUp.Application.Projects;

namespace FollowUp.Storage.Sqlite;

/// <summary>What happened to a project, read along its chain.</summary>
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
            .QueryAll(row => new TimelineEntry(row.Number(0), row.Instant(1), row.Text(2), row.Text(3), row.Hash(4)));
}
