using System.Collections.Immutable;
using FollowUp.Application;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IAuditLog"/>
sealed class SqliteAuditLog(SqliteDatabase database) : IAuditLog
{
    const string Entry = "at, project, role, by, what, code";

    public ValueTask Write(AuditEntry entry, CancellationToken cancellation) => database.Write(
        session => session.Sql($"INSERT INTO audit ({Entry}) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(entry.At).Bind(entry.ProjectId).Bind(entry.Role).Bind(entry.By).Bind(entry.What).Bind(entry.Code).Run(),
        cancellation);

    public ValueTask<ImmutableArray<AuditEntry>> Read(string? projectId, int limit, CancellationToken cancellation) => database.Read(
        session => (projectId is null
                ? session.Sql($"SELECT {Entry} FROM audit ORDER BY key DESC LIMIT ?")
                : session.Sql($"SELECT {Entry} FROM audit WHERE project = ? ORDER BY key DESC LIMIT ?").Bind(projectId))
            .Bind(limit)
            .All(row => new AuditEntry(row.Instant(0), row.TextOrNull(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5))),
        cancellation);
}
