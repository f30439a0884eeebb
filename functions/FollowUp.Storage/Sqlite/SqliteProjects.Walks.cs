using System.Runtime.CompilerServices;
using FollowUp.Application.Projects;

namespace FollowUp.Storage.Sqlite;

// A slow consumer of an enumeration holds no connection: a timeline is read at once, project ids page by page.
sealed partial class SqliteProjects
{
    const int PageSize = 500;

    public async IAsyncEnumerable<TimelineEntry> ReadTimeline(string projectId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var entry in await database.Read(session => TimelineTable.Load(session, projectId), cancellation)) yield return entry;
    }

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
