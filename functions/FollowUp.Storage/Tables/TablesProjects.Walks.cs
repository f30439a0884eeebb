using System.Runtime.CompilerServices;
using FollowUp.Application.Projects;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

// Walks go page by page as Azure hands the pages out, a thousand rows at most each.
sealed partial class TablesProjects
{
    public async IAsyncEnumerable<TimelineEntry> ReadTimeline(string projectId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = Keys.PrefixFilter(Keys.Escape(projectId), CommitRows.Events);
        await foreach (var row in projects.QueryAsync<Azure.Data.Tables.TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return ReadEntry(row);
        }
    }

    static TimelineEntry ReadEntry(Azure.Data.Tables.TableEntity row) => new(
        long.Parse(row.RowKey.AsSpan(CommitRows.Events.Length), System.Globalization.CultureInfo.InvariantCulture),
        InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0),
        row.GetString("Kind"),
        row.GetText("Json"),
        row.GetString("Hash"));

    /// <remarks>From the projects themselves and not from the index, which is made anew by this walk. It goes through the whole table.</remarks>
    public async IAsyncEnumerable<string> ListProjectIds([EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = projects.QueryAsync<Azure.Data.Tables.TableEntity>($"RowKey eq '{StoredVersion.RowKey}'", select: ["Id"], cancellationToken: cancellation);
        await foreach (var row in query) yield return row.GetString("Id");
    }
}
