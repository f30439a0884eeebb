using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary>Open projects and last assignment of each coordinator.</summary>
static class WorkloadTable
{
    public static void Apply(Session session, WorkloadChange change) =>
        session.Sql(
            """
            INSERT INTO workloads VALUES (?, ?, ?) ON CONFLICT DO UPDATE
            SET open = open + excluded.open, served_at = max(coalesce(excluded.served_at, served_at), coalesce(served_at, excluded.served_at))
            """).Bind(change.Coordinator).Bind(change.Open).Bind(change.AssignedAt).Execute();
}
