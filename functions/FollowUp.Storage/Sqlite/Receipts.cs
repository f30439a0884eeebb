using FollowUp.Application;

namespace FollowUp.Storage.Sqlite;

/// <summary>Requests that were taken, by project.</summary>
static class Receipts
{
    public static Receipt? Find(Session session, long project, string key) =>
        session.Sql("SELECT id, digest, version, at, by FROM receipts WHERE project = ? AND id = ?").Bind(project).Bind(key)
            .One(row => new Receipt(row.Text(0), row.Text(1), row.Number(2), row.Instant(3), row.Text(4)));

    public static void Add(Session session, long project, Receipt receipt) =>
        session.Sql("INSERT INTO receipts (project, id, digest, version, at, by) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(project).Bind(receipt.Key).Bind(receipt.Digest).Bind(receipt.Version).Bind(receipt.At).Bind(receipt.By).Run();
}
