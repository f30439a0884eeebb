using System.Collections.Immutable;
using FollowUp.Application;
using FollowUp.Application.Json;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IMailbox"/>
sealed class SqliteMailbox(SqliteDatabase database) : IMailbox
{
    const string Kept = "mail, at, sender";

    const string ToAddress = "recipient = ? AND json_extract(mail, '$.to') = ? COLLATE NOCASE";

    public ValueTask Put(OutgoingMail mail, Instant at, string from, CancellationToken cancellation)
    {
        var json = ProjectJson.Write(mail);
        return database.Write(
            session => session.Sql($"INSERT OR IGNORE INTO mailbox (id, project, recipient, {Kept}) VALUES (?, ?, ?, ?, ?, ?)")
                .Bind(mail.MessageId).Bind(mail.ProjectId).Bind(Of(mail.To)).Bind(json).Bind(at).Bind(from).Run(),
            cancellation);
    }

    public ValueTask<ImmutableArray<KeptMail>> List(string? to, string? projectId, int limit, CancellationToken cancellation) => database.Read(
        session =>
        {
            var list = (to, projectId) switch
            {
                (null, null) => session.Sql($"SELECT {Kept} FROM mailbox WHERE mail IS NOT NULL ORDER BY at DESC, key DESC LIMIT ?"),
                (_, null) => session.Sql($"SELECT {Kept} FROM mailbox WHERE {ToAddress} ORDER BY at DESC, key DESC LIMIT ?").Bind(Of(to)).Bind(to),
                (null, _) => session.Sql($"SELECT {Kept} FROM mailbox WHERE project = ? AND mail IS NOT NULL ORDER BY at DESC, key DESC LIMIT ?")
                    .Bind(projectId),
                _ => session.Sql($"SELECT {Kept} FROM mailbox WHERE {ToAddress} AND project = ? ORDER BY at DESC, key DESC LIMIT ?")
                    .Bind(Of(to)).Bind(to).Bind(projectId),
            };
            return list.Bind(limit).All(Read);
        },
        cancellation);

    public ValueTask<KeptMail?> Find(string id, CancellationToken cancellation) => database.Read(
        session => session.Sql($"SELECT {Kept} FROM mailbox WHERE id = ? AND mail IS NOT NULL").Bind(id).One(Read), cancellation);

    public ValueTask Remove(string id, CancellationToken cancellation) => database.Erase(
        session => session.Sql("UPDATE mailbox SET mail = NULL, recipient = 0 WHERE id = ?").Bind(id).Run(), cancellation);

    public async ValueTask<int> Forget(Instant before, int limit, CancellationToken cancellation)
    {
        var old = await database.Read(
            session => session.Sql("SELECT key FROM mailbox WHERE at < ? AND project IS NULL AND mail IS NOT NULL ORDER BY at LIMIT ?")
                .Bind(before).Bind(limit).All(row => row.Number(0)),
            cancellation);
        if (old.IsEmpty) return 0;
        await database.Erase(
            session =>
            {
                foreach (var key in old) session.Sql("UPDATE mailbox SET mail = NULL, recipient = 0 WHERE key = ?").Bind(key).Run();
            },
            cancellation);
        return old.Length;
    }

    public static void Blank(Session session, string projectId) =>
        session.Sql("UPDATE mailbox SET mail = NULL, recipient = 0 WHERE project = ?").Bind(projectId).Run();

    static uint Of(string address) => Fingerprint.Of(address.ToLowerInvariant());

    static KeptMail Read(Row row) => new(ProjectJson.ReadMail(row.Text(0)), row.Instant(1), row.Text(2));
}
