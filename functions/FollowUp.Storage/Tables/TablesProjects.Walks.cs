using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using FollowUp.Application.Projects;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

// Enumerations read page by page, a thousand rows at most each.
sealed partial class TablesProjects
{
    public async IAsyncEnumerable<TimelineEntry> ReadTimeline(string projectId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = Keys.PrefixFilter(Keys.Escape(projectId), CommitRows.Events);
        await foreach (var row in projects.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return ReadEntry(row);
        }
    }

    static TimelineEntry ReadEntry(TableEntity row) => new(
        long.Parse(row.RowKey.AsSpan(CommitRows.Events.Length), CultureInfo.InvariantCulture),
        InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0),
        row.GetString("Kind"),
        row.GetText("Json"),
        row.GetString("Hash"));

    /// <remarks>Reads the whole projects table, not the index: a rebuild of the index needs this list.</remarks>
    public async IAsyncEnumerable<string> ListProjectIds([EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = projects.QueryAsync<TableEntity>($"RowKey eq '{StoredVersion.RowKey}'", select: ["Id"], cancellationToken: cancellation);
        await foreach (var row in query) yield return row.GetString("Id");
    }
}
