using System.Collections.Immutable;
using FollowUp.Application.Integrity;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IAuditLog"/>
sealed class SqliteAuditLog(SqliteDatabase database) : IAuditLog
{
    const string Entry = "at, project, role, by, what, code";

    const string Chain = "main";

    const int PageSize = 5_000;

    public ValueTask Write(AuditEntry entry, CancellationToken cancellation) => database.Write(
        session =>
        {
            var hash = Convert.FromHexString(AuditChain.Hash(FindChain(session)?.Head ?? "", entry));
            session.Sql($"INSERT INTO audit ({Entry}, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .Bind(entry.At).Bind(entry.ProjectId).Bind(entry.Role).Bind(entry.By).Bind(entry.What).Bind(entry.Code).Bind(hash).Execute();
            session.Sql(
                    """
                    INSERT INTO audit_chain (key, before_first, newest, head) VALUES (1, x'', ?, ?)
                    ON CONFLICT (key) DO UPDATE SET newest = excluded.newest, head = excluded.head
                    """).Bind(session.LastKey).Bind(hash).Execute();
        },
        cancellation);

    public ValueTask<ImmutableArray<AuditHead>> GetHeads(CancellationToken cancellation) => database.Read<ImmutableArray<AuditHead>>(
        session => FindChain(session) is { Newest: var newest, Head: var head } ? [new AuditHead(Chain, newest, head)] : [], cancellation);

    public async ValueTask<AuditReport> Verify(ImmutableArray<AuditHead> anchored, CancellationToken cancellation)
    {
        var chain = await database.Read(FindChain, cancellation);
        var missing = anchored.ToDictionary(head => (head.Number, head.Hash));
        var faults = ImmutableArray.CreateBuilder<LocalizedText>();
        var (entries, last, before, isChained) = (0L, 0L, chain?.BeforeFirst ?? "", false);
        while (true)
        {
            var after = last;
            var page = await database.Read(
                session => session.Sql($"SELECT {Entry}, key, hash FROM audit WHERE key > ? ORDER BY key LIMIT ?").Bind(after).Bind(PageSize)
                    .QueryAll(row => (Entry: ReadEntry(row), Key: row.Number(6), Hash: row.IsNull(7) ? null : row.Hash(7))),
                cancellation);
            foreach (var (entry, key, hash) in page)
            {
                last = key;
                entries++;
                if (hash is null)
                {
                    // Only entries from before the chain have no hash.
                    if (isChained) faults.Add(AuditChain.DescribeBroken(entry));
                    continue;
                }

                // What was written while this reads follows the head that was read first.
                isChained = true;
                if (AuditChain.Hash(before, entry) != hash) faults.Add(AuditChain.DescribeBroken(entry));
                before = hash;
                missing.Remove((key, hash));
                if (chain is { Newest: var newest, Head: var head } && key == newest && hash == head) chain = null;
            }

            if (page.Length < PageSize) break;
        }

        if (chain is { } cut && cut.Head != cut.BeforeFirst) faults.Add(AuditChain.EndMissing);
        faults.AddRange(missing.Values.Select(AuditChain.DescribeMissing));
        return new AuditReport(entries, faults.ToImmutable());
    }

    static (string BeforeFirst, long Newest, string Head)? FindChain(Session session) =>
        session.Sql("SELECT before_first, newest, head FROM audit_chain WHERE key = 1")
            .QueryFirst<(string, long, string)?>(row => (row.Hash(0), row.Number(1), row.Hash(2)));

    public ValueTask<ImmutableArray<AuditEntry>> Read(string? projectId, int limit, CancellationToken cancellation) => database.Read(
        session => (projectId is null
                ? session.Sql($"SELECT {Entry} FROM audit ORDER BY key DESC LIMIT ?")
                : session.Sql($"SELECT {Entry} FROM audit WHERE project = ? ORDER BY key DESC LIMIT ?").Bind(projectId))
            .Bind(limit).QueryAll(ReadEntry),
        cancellation);

    public ValueTask<ImmutableArray<AuditEntry>> ReadBy(string by, string what, int limit, CancellationToken cancellation) => database.Read(
        session => session.Sql($"SELECT {Entry} FROM audit WHERE by = ? AND what = ? ORDER BY key DESC LIMIT ?").Bind(by).Bind(what).Bind(limit).QueryAll(ReadEntry),
        cancellation);

    public ValueTask<ImmutableArray<AuditCount>> Count(Instant from, Instant until, CancellationToken cancellation) => database.Read(
        session => session.Sql("SELECT role, what, code, count(*) FROM audit WHERE at >= ? AND at < ? GROUP BY role, what, code").Bind(from).Bind(until)
            .QueryAll(row => new AuditCount(row.Text(0), row.Text(1), row.Text(2), (int)row.Number(3))),
        cancellation);

    /// <remarks>Removes from the first row on, because the oldest entries were written first and the rest must stay a chain.</remarks>
    public async ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation)
    {
        var oldest = await database.Read(
            session => session.Sql("SELECT key, at, hash FROM audit ORDER BY key LIMIT ?").Bind(limit)
                .QueryAll(row => (Key: row.Number(0), At: row.Instant(1), Hash: row.IsNull(2) ? null : row.Hash(2))),
            cancellation);
        var old = oldest.TakeWhile(row => row.At < before).ToList();
        if (old.Count == 0) return 0;
        await database.Write(
            session =>
            {
                foreach (var (key, _, _) in old) session.Sql("DELETE FROM audit WHERE key = ?").Bind(key).Execute();
                if (old.FindLast(row => row.Hash is not null).Hash is { } newest)
                    session.Sql("UPDATE audit_chain SET before_first = ? WHERE key = 1").Bind(Convert.FromHexString(newest)).Execute();
            },
            cancellation);
        return old.Count;
    }

    static AuditEntry ReadEntry(Row row) => new(row.Instant(0), row.TextOrNull(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5));
}
