using System.Collections.Immutable;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IComplaints"/>
sealed class SqliteComplaints(SqliteDatabase database) : IComplaints
{
    const string Columns = "id, from_kind, from_id, project, text, at";

    /// <remarks>Does nothing when a complaint with the same id is stored.</remarks>
    public ValueTask Add(Complaint complaint, CancellationToken cancellation) => database.Write(
        session => session.Sql($"INSERT OR IGNORE INTO complaints ({Columns}) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(complaint.Id).Bind(complaint.FromKind).Bind(complaint.FromId).Bind(complaint.ProjectId).Bind(complaint.Text)
            .Bind(complaint.At).Execute(),
        cancellation);

    public ValueTask<ImmutableArray<Complaint>> All(CancellationToken cancellation) => database.Read(
        session => session.Sql($"SELECT {Columns} FROM complaints WHERE text IS NOT NULL ORDER BY key")
            .QueryAll(Read),
        cancellation);

    public ValueTask<Complaint?> Find(string id, CancellationToken cancellation) => database.Read(
        session => session.Sql($"SELECT {Columns} FROM complaints WHERE id = ? AND text IS NOT NULL").Bind(id).QueryFirst(Read), cancellation);

    public ValueTask<ImmutableArray<Complaint>> AllFrom(string fromKind, string fromId, CancellationToken cancellation) => database.Read(
        session => session.Sql($"SELECT {Columns} FROM complaints WHERE from_kind = ? AND from_id = ? AND text IS NOT NULL ORDER BY key")
            .Bind(fromKind).Bind(fromId).QueryAll(Read),
        cancellation);

    public ValueTask<ImmutableArray<Complaint>> AllAfter(Instant instant, CancellationToken cancellation) => database.Read(
        session => session.Sql($"SELECT {Columns} FROM complaints WHERE at > ? AND text IS NOT NULL ORDER BY key").Bind(instant).QueryAll(Read),
        cancellation);

    static Complaint Read(Row row) => new(row.Text(0), row.Text(1), row.Text(2), row.TextOrNull(3), row.Text(4), row.Instant(5));

    public ValueTask Erase(string fromKind, string fromId, CancellationToken cancellation) => database.Erase(
        session => session.Sql("UPDATE complaints SET text = NULL WHERE from_kind = ? AND from_id = ?").Bind(fromKind).Bind(fromId).Execute(), cancellation);
}
