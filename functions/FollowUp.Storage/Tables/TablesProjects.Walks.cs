using System.Runtime.CompilerServices;
using FollowUp.Application;

namespace FollowUp.Storage.Tables;

// Walks go page by page as Azure hands the pages out, a thousand rows at most each.
sealed partial class TablesProjects
{
    public async IAsyncEnumerable<TimelineEntry> Timeline(string projectId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = Keys.Range(Keys.Part(projectId), CommitRows.Events);
        await foreach (var row in projects.QueryAsync<Azure.Data.Tables.TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return new TimelineEntry(
                long.Parse(row.RowKey.AsSpan(CommitRows.Events.Length), System.Globalization.CultureInfo.InvariantCulture),
                SortableInstant.Read(row.GetInt64("At") ?? 0),
                row.GetString("Kind"),
                row.Text("Json"),
                row.GetString("Hash"));
        }
    }

    /// <remarks>From the projects themselves and not from the index, which is made anew by this walk. It goes through the whole table.</remarks>
    public async IAsyncEnumerable<string> AllProjects([EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = projects.QueryAsync<Azure.Data.Tables.TableEntity>($"RowKey eq '{Known.Row}'", select: ["Id"], cancellationToken: cancellation);
        await foreach (var row in query) yield return row.GetString("Id");
    }
}
