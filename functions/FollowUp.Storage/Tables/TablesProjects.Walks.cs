using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Storage.Shared;
using NodaTime;

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

    public async IAsyncEnumerable<ProjectHead> ListHeads([EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = projects.QueryAsync<TableEntity>(
            $"RowKey eq '{StoredVersion.RowKey}'", select: ["Id", "Version", "Head", "At"], cancellationToken: cancellation);
        await foreach (var row in query)
        {
            yield return new ProjectHead(
                row.GetString("Id"), row.GetInt64("Version") ?? 0, row.GetString("Head"), InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0));
        }
    }

    /// <remarks>Ordered by the key of the project's partition.</remarks>
    public async ValueTask<ImmutableArray<ChangedProject>> ReadChanged(Instant since, string? after, int limit, CancellationToken cancellation)
    {
        var filter = string.Create(CultureInfo.InvariantCulture, $"RowKey eq '{StoredVersion.RowKey}' and At ge {InstantColumn.ToNanoseconds(since)}L");
        if (after is not null) filter = $"PartitionKey gt '{Keys.Escape(after)}' and {filter}";
        var found = ImmutableArray.CreateBuilder<ChangedProject>();
        await foreach (var row in projects.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (found.Count == limit) break;
            var (stored, project) = StoredVersion.Read(row);
            found.Add(new ChangedProject(project, InstantColumn.FromNanoseconds(stored.At)));
        }

        return found.ToImmutable();
    }

    public async ValueTask<ImmutableArray<string>> FindChangedColumns(string projectId, CancellationToken cancellation)
    {
        if (await projects.Find(Keys.Escape(projectId), StoredVersion.RowKey, cancellation) is not { } row) return [];
        var (stored, project) = StoredVersion.Read(row);
        var newest = await projects.Find(Keys.Escape(projectId), $"{CommitRows.Events}{Keys.FormatNumber(project.Version)}", cancellation);
        return
        [
            .. row.GetString("Id") == project.Id && project.Id == projectId ? Array.Empty<string>() : ["Id"],
            .. row.GetInt64("Version") == project.Version ? Array.Empty<string>() : ["Version"],
            .. newest is null || newest.GetInt64("At") == stored.At ? Array.Empty<string>() : ["At"],
            .. await indexVerifier.FindChanged(projectId, cancellation),
        ];
    }

    /// <remarks>Reads the whole projects table, not the index: a rebuild of the index needs this list.</remarks>
    public async IAsyncEnumerable<string> ListProjectIds([EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = projects.QueryAsync<TableEntity>($"RowKey eq '{StoredVersion.RowKey}'", select: ["Id"], cancellationToken: cancellation);
        await foreach (var row in query) yield return row.GetString("Id");
    }
}
