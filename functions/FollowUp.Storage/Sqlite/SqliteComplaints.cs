using System.Collections.Immutable;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IComplaints"/>
sealed class SqliteComplaints(SqliteDatabase database) : IComplaints
{
    const string Columns = "id, from_kind, from_id, project, text, at";

    const string Select =
        "SELECT c.id, c.from_kind, c.from_id, c.project, c.text, c.at, h.at, h.by, h.owner, h.cause, h.answer FROM complaints c "
        + "LEFT JOIN complaint_handling h ON h.key = (SELECT max(key) FROM complaint_handling WHERE complaint = c.id) WHERE c.text IS NOT NULL";

    /// <remarks>Does nothing when a complaint with the same id is stored.</remarks>
    public ValueTask Add(Complaint complaint, CancellationToken cancellation) => database.Write(
        session => session.Sql($"INSERT OR IGNORE INTO complaints ({Columns}) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(complaint.Id).Bind(complaint.FromKind).Bind(complaint.FromId).Bind(complaint.ProjectId).Bind(complaint.Text)
            .Bind(complaint.At).Execute(),
        cancellation);

    public ValueTask<ImmutableArray<Complaint>> All(CancellationToken cancellation) => database.Read(
        session => session.Sql($"{Select} ORDER BY c.key")
            .QueryAll(Read),
        cancellation);

    public ValueTask<Complaint?> Find(string id, CancellationToken cancellation) => database.Read(
        session => session.Sql($"{Select} AND c.id = ?").Bind(id).QueryFirst(Read), cancellation);

    public ValueTask<ImmutableArray<Complaint>> AllFrom(string fromKind, string fromId, CancellationToken cancellation) => database.Read(
        session => session.Sql($"{Select} AND c.from_kind = ? AND c.from_id = ? ORDER BY c.key")
            .Bind(fromKind).Bind(fromId).QueryAll(Read),
        cancellation);

    public ValueTask<ImmutableArray<Complaint>> AllAfter(Instant instant, CancellationToken cancellation) => database.Read(
        session => session.Sql($"{Select} AND c.at > ? ORDER BY c.key").Bind(instant).QueryAll(Read),
        cancellation);

    public ValueTask<bool> TryHandle(string id, ComplaintHandling handling, CancellationToken cancellation) => database.Write(
        session =>
        {
            if (session.Sql($"{Select} AND c.id = ?").Bind(id).QueryFirst(Read) is not { } complaint) return false;
            if (complaint.Handling == handling) return true;
            if (complaint.IsAnswered) return false;
            session.Sql("INSERT INTO complaint_handling (complaint, at, by, owner, cause, answer) VALUES (?, ?, ?, ?, ?, ?)")
                .Bind(id).Bind(handling.At).Bind(handling.By).Bind(handling.Owner).Bind(handling.Cause).Bind(handling.Answer).Execute();
            return true;
        },
        cancellation);

    public ValueTask Erase(string fromKind, string fromId, CancellationToken cancellation) => database.Erase(
        session =>
        {
            session.Sql("UPDATE complaint_handling SET answer = NULL WHERE complaint IN (SELECT id FROM complaints WHERE from_kind = ? AND from_id = ?)")
                .Bind(fromKind).Bind(fromId).Execute();
            session.Sql("UPDATE complaints SET text = NULL WHERE from_kind = ? AND from_id = ?").Bind(fromKind).Bind(fromId).Execute();
        },
        cancellation);

    public ValueTask Mask(string id, Func<string, string> mask, CancellationToken cancellation) => database.Erase(
        session =>
        {
            if (session.Sql($"{Select} AND c.id = ?").Bind(id).QueryFirst(Read) is not { } complaint) return;
            session.Sql("UPDATE complaints SET text = ? WHERE id = ?").Bind(mask(complaint.Text)).Bind(id).Execute();
            if (complaint.Handling?.Answer is { } answer)
                session.Sql("UPDATE complaint_handling SET answer = ? WHERE complaint = ? AND answer IS NOT NULL").Bind(mask(answer)).Bind(id).Execute();
        },
        cancellation);

    static Complaint Read(Row row) => new(row.Text(0), row.Text(1), row.Text(2), row.TextOrNull(3), row.Text(4), row.Instant(5))
    {
        Handling = row.InstantOrNull(6) is { } at
            ? new ComplaintHandling(at, row.Text(7), row.Text(8), row.TextOrNull(9), row.TextOrNull(10))
            : null,
    };
}
