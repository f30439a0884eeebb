using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <summary>Idempotency records, by project.</summary>
static class IdempotencyTable
{
    public static IdempotencyRecord? Find(Session session, long project, string key) =>
        session.Sql("SELECT id, digest, version, at, by, expires, unchanged, entries FROM receipts WHERE project = ? AND id = ?").Bind(project).Bind(key)
            .QueryFirst(row => new IdempotencyRecord(
                row.Text(0), row.Text(1), row.Number(2), row.Instant(3), row.Text(4), row.InstantOrNull(5),
                UnchangedAnswerJson.Read(row.TextOrNull(6)), (int?)row.NumberOrNull(7)));

    public static ImmutableArray<(long Project, string Key)> FindBefore(Session session, string prefix, Instant before, int limit) =>
        session.Sql("SELECT project, id FROM receipts WHERE at < ? AND substr(id, 1, ?) = ? LIMIT ?")
            .Bind(before).Bind(prefix.Length).Bind(prefix).Bind(limit).QueryAll(row => (row.Number(0), row.Text(1)));

    public static ImmutableArray<(long Project, string Key)> FindExpired(Session session, Instant now, int limit) =>
        session.Sql("SELECT project, id FROM receipts WHERE expires <= ? LIMIT ?")
            .Bind(now).Bind(limit).QueryAll(row => (row.Number(0), row.Text(1)));

    public static void Remove(Session session, long project, string key) =>
        session.Sql("DELETE FROM receipts WHERE project = ? AND id = ?").Bind(project).Bind(key).Execute();

    /// <summary>
    /// Blanks the digests of requests that had personal data: whoever has a guess could test it against them. A repeat under such a key is then another
    /// request. The setting with the first use of a key has the same digest.
    /// </summary>
    public static void EraseDigests(Session session, long project)
    {
        session.Sql("DELETE FROM settings WHERE name IN (SELECT 'idempotency-key.' || id FROM receipts WHERE project = ?)").Bind(project).Execute();
        session.Sql("UPDATE receipts SET digest = '' WHERE project = ? AND substr(id, 1, 4) = 'api.'").Bind(project).Execute();
    }

    public static void Add(Session session, long project, IdempotencyRecord record) =>
        session.Sql("INSERT INTO receipts (project, id, digest, version, at, by, expires, unchanged, entries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .Bind(project).Bind(record.Key).Bind(record.Digest).Bind(record.Version).Bind(record.At).Bind(record.By)
            .Bind(InstantColumn.ToNanoseconds(record.Expires)).Bind(UnchangedAnswerJson.Write(record.Unchanged)).Bind(record.Entries).Execute();
}
