using System.Collections.Immutable;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IProjectIndex"/>
sealed partial class SqliteIndex(SqliteDatabase database) : IProjectIndex
{
    readonly ParsedSnapshots snapshots = new();

    public ValueTask<ImmutableArray<string>> GetDue(Instant now, int limit, CancellationToken cancellation) => database.Read(
        session => session.Sql(
            """
            WITH due (project, at) AS (
              SELECT * FROM (SELECT key, wake_at FROM projects WHERE wake_at <= ? ORDER BY wake_at LIMIT ?)
              UNION ALL
              SELECT * FROM (SELECT project, due_at FROM outbox WHERE pending = 1 AND due_at <= ? ORDER BY due_at LIMIT ?))
            SELECT p.id FROM (SELECT project, min(at) AS at FROM due GROUP BY project ORDER BY at, project LIMIT ?) AS first
            JOIN projects AS p ON p.key = first.project ORDER BY first.at, first.project
            """).Bind(now).Bind(limit).Bind(now).Bind(limit).Bind(limit).QueryAll(row => row.Text(0)),
        cancellation);

    public ValueTask<Instant?> GetNextDue(CancellationToken cancellation) => database.Read(
        session => session.Sql(
            """
            SELECT min(at) FROM (
              SELECT min(wake_at) AS at FROM projects WHERE wake_at IS NOT NULL
              UNION ALL
              SELECT min(due_at) FROM outbox WHERE pending = 1)
            """).QueryFirst(row => row.InstantOrNull(0)),
        cancellation);

    public ValueTask<ImmutableDictionary<string, Workload>> GetWorkloads(CancellationToken cancellation) => database.Read(
        session => session.Sql("SELECT coordinator, open, served_at FROM workloads")
            .QueryAll(row => KeyValuePair.Create(row.Text(0), new Workload((int)row.Number(1), row.InstantOrNull(2)))).ToImmutableDictionary(),
        cancellation);

    public ValueTask<ImmutableArray<string>> GetProjectsOfClient(string clientId, CancellationToken cancellation) => database.Read(
        session => session.Sql("SELECT id FROM projects WHERE client = ? ORDER BY key").Bind(clientId).QueryAll(row => row.Text(0)), cancellation);

    public ValueTask<ImmutableArray<string>> GetProjectsOfProvider(string providerId, CancellationToken cancellation) => database.Read(
        session => session.Sql(
            "SELECT p.id FROM provider_projects AS l JOIN projects AS p ON p.key = l.project WHERE l.provider = ? ORDER BY p.key")
            .Bind(providerId).QueryAll(row => row.Text(0)),
        cancellation);
}
