using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Application.Shared;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IMailbox"/>
sealed class SqliteMailbox(SqliteDatabase database) : IMailbox
{
    const string Columns = "mail, at, sender";

    const string ToAddress = "recipient = ? AND json_extract(mail, '$.to') = ? COLLATE NOCASE";

    public ValueTask Put(OutgoingMail mail, Instant at, string from, CancellationToken cancellation)
    {
        var json = RecordJson.Write(mail);
        return database.Write(
            session => session.Sql(
                $"""
                INSERT OR IGNORE INTO mailbox (id, project, recipient, {Columns}) SELECT ?, ?, ?, ?, ?, ?
                WHERE NOT EXISTS (
                    SELECT 1 FROM projects AS p LEFT JOIN dossiers AS d ON d.key = p.dossier WHERE p.id = ? AND d.json IS NULL)
                """).Bind(mail.MessageId).Bind(mail.ProjectId).Bind(HashAddress(mail.To)).Bind(json).Bind(at).Bind(from).Bind(mail.ProjectId).Execute(),
            cancellation);
    }

    public ValueTask<ImmutableArray<MailboxEntry>> List(string? to, string? projectId, int limit, CancellationToken cancellation) => database.Read(
        session =>
        {
            var list = (to, projectId) switch
            {
                (null, null) => session.Sql($"SELECT {Columns} FROM mailbox WHERE mail IS NOT NULL ORDER BY at DESC, key DESC LIMIT ?"),
                (_, null) => session.Sql($"SELECT {Columns} FROM mailbox WHERE {ToAddress} ORDER BY at DESC, key DESC LIMIT ?").Bind(HashAddress(to)).Bind(to),
                (null, _) => session.Sql($"SELECT {Columns} FROM mailbox WHERE project = ? AND mail IS NOT NULL ORDER BY at DESC, key DESC LIMIT ?")
                    .Bind(projectId),
                _ => session.Sql($"SELECT {Columns} FROM mailbox WHERE {ToAddress} AND project = ? ORDER BY at DESC, key DESC LIMIT ?")
                    .Bind(HashAddress(to)).Bind(to).Bind(projectId),
            };
            return list.Bind(limit).QueryAll(Read);
        },
        cancellation);

    public ValueTask<MailboxEntry?> Find(string id, CancellationToken cancellation) => database.Read(
        session => session.Sql($"SELECT {Columns} FROM mailbox WHERE id = ? AND mail IS NOT NULL").Bind(id).QueryFirst(Read), cancellation);

    public ValueTask Remove(string id, CancellationToken cancellation) => database.Erase(
        session => session.Sql("UPDATE mailbox SET mail = NULL, recipient = 0 WHERE id = ?").Bind(id).Execute(), cancellation);

    public async ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation)
    {
        var old = await database.Read(
            session => session.Sql("SELECT key FROM mailbox WHERE at < ? AND project IS NULL AND mail IS NOT NULL ORDER BY at LIMIT ?")
                .Bind(before).Bind(limit).QueryAll(row => row.Number(0)),
            cancellation);
        if (old.IsEmpty) return 0;
        await database.Erase(
            session =>
            {
                foreach (var key in old) session.Sql("UPDATE mailbox SET mail = NULL, recipient = 0 WHERE key = ?").Bind(key).Execute();
            },
            cancellation);
        return old.Length;
    }

    public static void Erase(Session session, string projectId) =>
        session.Sql("UPDATE mailbox SET mail = NULL, recipient = 0 WHERE project = ?").Bind(projectId).Execute();

    static uint HashAddress(string address) => StableHash.ComputeUInt32(MailAddress.Normalize(address));

    static MailboxEntry Read(Row row) => new(RecordJson.ReadMail(row.Text(0)), row.Instant(1), row.Text(2));
}
