using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <summary>Projects by phase and open projects by coordinator, counted as commits go by.</summary>
static class Counters
{
    /// <param name="before">Null for a new project.</param>
    /// <param name="at">When the decision was taken; null when there was none and so nobody was assigned.</param>
    public static void Update(Session session, IndexedColumns? before, IndexedColumns after, Instant? at)
    {
        if (before?.Phase != after.Phase)
        {
            if (before is { } left) Phase(session, left.Phase, -1);
            Phase(session, after.Phase, 1);
        }

        var (was, now) = (before is { Open: true } ? before.Value.Coordinator : null, after.Open ? after.Coordinator : null);
        var served = before?.Coordinator != after.Coordinator ? at : null;
        if (was == now && served is null) return;
        if (was is not null) Workload(session, was, -1, null);
        if (now is not null) Workload(session, now, 1, served);
    }

    static void Phase(Session session, string phase, int change) =>
        session.Sql("INSERT INTO phases VALUES (?, ?) ON CONFLICT DO UPDATE SET projects = projects + excluded.projects")
            .Bind(phase).Bind(change).Execute();

    static void Workload(Session session, string coordinator, int change, Instant? served) =>
        session.Sql(
            """
            INSERT INTO workloads VALUES (?, ?, ?) ON CONFLICT DO UPDATE
            SET open = open + excluded.open, served_at = max(coalesce(excluded.served_at, served_at), coalesce(served_at, excluded.served_at))
            """).Bind(coordinator).Bind(change).Bind(StoredInstant.ToNanoseconds(served)).Execute();
}
