using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using FollowUp.Application.Projects;

namespace FollowUp.Storage.Tables;

// Enumerations read page by page, a thousand rows at most each.
sealed partial class TablesProjects
{
    public async IAsyncEnumerable<TimelineEntry> ReadTimeline(string projectId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = Keys.PrefixFilter(Keys.Escape(projectId), CommitRows.Events);
        await foreach (var row in projects.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return ProjectPartition.ReadEntry(row);
        }
    }

    /// <remarks>Reads the whole projects table, not the index: a rebuild of the index needs this list.</remarks>
    public async IAsyncEnumerable<string> ListProjectIds([EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = projects.QueryAsync<TableEntity>($"RowKey eq '{StoredVersion.RowKey}'", select: ["Id"], cancellationToken: cancellation);
        await foreach (var row in query) yield return row.GetString("Id");
    }
}
