using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

// A slow consumer of an enumeration holds no connection: a timeline is read at once, project ids page by page.
sealed partial class SqliteProjects
{
    const int PageSize = 500;

    public async IAsyncEnumerable<TimelineEntry> ReadTimeline(string projectId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var entry in await database.Read(session => TimelineTable.Load(session, projectId), cancellation)) yield return entry;
    }

    public async IAsyncEnumerable<ProjectHead> ListHeads([EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = 0L;
        while (true)
        {
            var after = last;
            var page = await database.Read(
                session => session.Sql(
                        """
                        SELECT p.key, p.id, t.seq, t.hash, t.at FROM projects AS p CROSS JOIN timeline AS t ON t.key = p.newest_entry
                        WHERE p.key > ? ORDER BY p.key LIMIT ?
                        """).Bind(after).Bind(PageSize)
                    .QueryAll(row => (Key: row.Number(0), Head: new ProjectHead(row.Text(1), row.Number(2), row.Hash(3), row.Instant(4)))),
                cancellation);
            foreach (var (key, head) in page)
            {
                last = key;
                yield return head;
            }

            if (page.Length < PageSize) yield break;
        }
    }

    public ValueTask<ImmutableArray<ChangedProject>> ReadChanged(Instant since, string? after, int limit, CancellationToken cancellation) => database.Read(
        session => session.Sql(
                """
                SELECT p.state, t.at FROM projects AS p CROSS JOIN timeline AS t ON t.key = p.newest_entry
                WHERE p.id > ? AND t.at >= ? ORDER BY p.id LIMIT ?
                """).Bind(after ?? "").Bind(InstantColumn.ToNanoseconds(since)).Bind(limit)
            .QueryAll(row => new ChangedProject(RecordJson.ReadProject(row.Utf8(0)), row.Instant(1))),
        cancellation);

    public async IAsyncEnumerable<string> ListProjectIds([EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = 0L;
        while (true)
        {
            var after = last;
            var page = await database.Read(
                session => session.Sql("SELECT key, id FROM projects WHERE key > ? ORDER BY key LIMIT ?").Bind(after).Bind(PageSize)
                    .QueryAll(row => (Key: row.Number(0), Id: row.Text(1))),
                cancellation);
            foreach (var (key, id) in page)
            {
                last = key;
                yield return id;
            }

            if (page.Length < PageSize) yield break;
        }
    }
}
