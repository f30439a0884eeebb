using System.Collections.Immutable;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IAuditLog"/>
sealed class SqliteAuditLog(SqliteDatabase database) : IAuditLog
{
    const string Entry = "at, project, role, by, what, code";

    public ValueTask Write(AuditEntry entry, CancellationToken cancellation) => database.Write(
        session => session.Sql($"INSERT INTO audit ({Entry}) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(entry.At).Bind(entry.ProjectId).Bind(entry.Role).Bind(entry.By).Bind(entry.What).Bind(entry.Code).Execute(),
        cancellation);

    public ValueTask<ImmutableArray<AuditEntry>> Read(string? projectId, int limit, CancellationToken cancellation) => database.Read(
        session => (projectId is null
                ? session.Sql($"SELECT {Entry} FROM audit ORDER BY key DESC LIMIT ?")
                : session.Sql($"SELECT {Entry} FROM audit WHERE project = ? ORDER BY key DESC LIMIT ?").Bind(projectId))
            .Bind(limit).QueryAll(ReadEntry),
        cancellation);

    public ValueTask<ImmutableArray<AuditEntry>> ReadBy(string by, string what, int limit, CancellationToken cancellation) => database.Read(
        session => session.Sql($"SELECT {Entry} FROM audit WHERE by = ? AND what = ? ORDER BY key DESC LIMIT ?").Bind(by).Bind(what).Bind(limit).QueryAll(ReadEntry),
        cancellation);

    /// <remarks>Looks at the first rows only, because the oldest entries were written first.</remarks>
    public async ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation)
    {
        var oldest = await database.Read(
            session => session.Sql("SELECT key, at FROM audit ORDER BY key LIMIT ?").Bind(limit).QueryAll(row => (Key: row.Number(0), At: row.Instant(1))),
            cancellation);
        var old = oldest.Where(row => row.At < before).ToList();
        if (old.Count == 0) return 0;
        await database.Write(
            session =>
            {
                foreach (var (key, _) in old) session.Sql("DELETE FROM audit WHERE key = ?").Bind(key).Execute();
            },
            cancellation);
        return old.Count;
    }

    static AuditEntry ReadEntry(Row row) => new(row.Instant(0), row.TextOrNull(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5));
}
