using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

// Lists of projects with the client's details from the dossier.
sealed partial class TablesIndex
{
    /// <remarks>
    /// The queue of one staff member is read whole. For all staff members, the due times are read first, a thousand a page, and then the rows that are due
    /// first.
    /// </remarks>
    public async ValueTask<ImmutableArray<ProjectListItem>> GetQueue(string? staffId, int limit, CancellationToken cancellation)
    {
        var rows = staffId is null
            ? await ReadAllPartitions("q:", cancellation, ["PartitionKey", "RowKey", "Id", "DueAt"])
            : await ReadAllPartitions(IndexEntry.QueuePrefix(staffId), cancellation);
        var first = rows.OrderBy(row => row.GetInt64("DueAt")).ThenBy(row => row.GetString("Id"), StringComparer.Ordinal).Take(limit).ToArray();
        if (staffId is not null) return [.. first.Select(IndexRows.ReadQueue)];
        var whole = await TableClientExtensions.SelectConcurrently(first, row => index.Find(row.PartitionKey, row.RowKey, cancellation), cancellation);
        return [.. whole.OfType<TableEntity>().Select(IndexRows.ReadQueue)];
    }

    public int OpenParts => IndexEntry.Partitions.Length;

    /// <summary>A request reads a thousand rows.</summary>
    public bool ReadsOpenFast => false;

    /// <remarks>A partition of the index, a thousand rows a page.</remarks>
    public async ValueTask<ImmutableArray<Project>> ReadOpenPart(int part, CancellationToken cancellation)
    {
        await updater.Drain();
        var rows = await index.All(Keys.PrefixFilter(IndexEntry.Partitions[part], "q:"), cancellation);
        return [.. rows.Select(row => IndexRows.ReadQueue(row).Project)];
    }

    /// <remarks>The service returns the keys of the overdue rows only.</remarks>
    public async ValueTask<int> CountOverdue(Instant now, CancellationToken cancellation)
    {
        await updater.Drain();
        var rows = await Task.WhenAll(IndexEntry.Partitions.Select(number => index.All(
            $"{Keys.PrefixFilter(number, "q:")} and DueAt lt {InstantColumn.ToNanoseconds(now)}L", cancellation, ["RowKey"])));
        return rows.Sum(part => part.Length);
    }

    public async ValueTask<ImmutableArray<AgreedCall>> GetAgreedCalls(string? staffId, CancellationToken cancellation) =>
    [
        .. (await ReadAllPartitions(IndexEntry.QueuePrefix(staffId), cancellation)).Select(row => IndexRows.ReadQueue(row).Project)
            .Where(project => project.Agenda.AgreedCall is not null).Select(project => new AgreedCall(project.Id, project.Agenda.AgreedCall!.Value)),
    ];

    public async ValueTask<ImmutableArray<ProjectListItem>> GetUnassigned(int limit, CancellationToken cancellation) =>
    [
        .. (await ReadAllPartitions(IndexEntry.QueuePrefix(null), cancellation))
            .OrderBy(row => row.GetInt64("DueAt")).ThenBy(row => row.GetString("Id"), StringComparer.Ordinal).Take(limit).Select(IndexRows.ReadQueue),
    ];

    public async ValueTask<ImmutableArray<ProjectListItem>> GetAwaiting(string? staffId, int limit, CancellationToken cancellation) =>
        await LoadItems((await ReadLinkedIds(IndexEntry.AwaitingPrefix(staffId), cancellation)).Take(limit), cancellation);

    /// <remarks>Reads the keys of all projects that were closed since then and filters by staff member: a department closes few projects a day.</remarks>
    public async ValueTask<ImmutableArray<ProjectListItem>> GetClosedSince(string staffId, Instant since, int limit, CancellationToken cancellation)
    {
        await updater.Drain();
        var from = IndexEntry.ClosedPrefix(InstantColumn.ToNanoseconds(since));
        var rows = await Task.WhenAll(IndexEntry.Partitions.Select(
            number => index.All(Keys.RangeFilter(number, from, KeyPrefix.GetEnd("e:")), cancellation, ["RowKey", "Id"])));
        var infix = $":{Keys.Escape(staffId)}:";
        var first = rows.SelectMany(row => row).Where(row => row.RowKey[(from.Length - 1)..].StartsWith(infix, StringComparison.Ordinal))
            .OrderBy(row => row.RowKey, StringComparer.Ordinal).Take(limit);
        return await LoadItems(first.Select(row => row.GetString("Id")), cancellation);
    }

    /// <remarks>
    /// Ordered by project id. Azure Tables has no index over texts, so a search for words reads the search rows of all projects, a thousand a
    /// page, in all partitions at once, until it has found enough.
    /// </remarks>
    public async ValueTask<ImmutableArray<ProjectListItem>> Search(ProjectSearch query, CancellationToken cancellation)
    {
        await updater.Drain();
        var words = SearchText.SplitQuery(query.Text);
        var found = await Task.WhenAll(IndexEntry.Partitions.Select(number => SearchPartition(number, query, words, cancellation)));
        var ids = found.SelectMany(ids => ids).Order(StringComparer.Ordinal).Take(query.Limit).ToArray();
        return await LoadItems(ids, cancellation);
    }

    async Task<ImmutableArray<ProjectListItem>> LoadItems(IEnumerable<string> ids, CancellationToken cancellation) =>
        [.. (await TableClientExtensions.SelectConcurrently(ids.ToArray(), id => LoadItem(id, cancellation), cancellation)).OfType<ProjectListItem>()];

    async Task<List<string>> SearchPartition(string number, ProjectSearch query, string[] words, CancellationToken cancellation)
    {
        var filter = query.After is { Length: > 0 } after
            ? $"PartitionKey eq '{number}' and RowKey gt 'c:{Keys.Escape(after)}' and RowKey lt '{KeyPrefix.GetEnd("c:")}'"
            : Keys.PrefixFilter(number, "c:");
        if (query.Phase is { } phase) filter += $" and Phase eq '{Enum.GetName(phase)}'";
        if (query.Coordinator is { } coordinator) filter += $" and Coordinator eq '{coordinator.Replace("'", "''", StringComparison.Ordinal)}'";

        var found = new List<string>();
        await foreach (var row in index.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (found.Count >= query.Limit) break;
            var text = IndexRows.ReadSearch(row);
            if (Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal))) found.Add(row.GetString("Id"));
        }

        return found;
    }

    async Task<ProjectListItem?> LoadItem(string project, CancellationToken cancellation)
    {
        if (await partition.LoadSnapshot(project, cancellation) is not var (_, state)) return null;
        var dossier = await partition.LoadDossier(project, cancellation);
        return ProjectListItems.Build(state, dossier);
    }
}
