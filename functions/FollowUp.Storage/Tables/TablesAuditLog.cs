using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IAuditLog"/>
/// <remarks>An entry of a project has two rows: one in the list of all entries, one in the list of its project. Both lists are newest first.</remarks>
sealed class TablesAuditLog(TableClient records, OrdinalGenerator ordinals) : IAuditLog
{
    const string Partition = "audit";

    public async ValueTask Write(AuditEntry entry, CancellationToken cancellation)
    {
        var position = OrdinalGenerator.FormatNewestFirst(ordinals.Next());

        // The hash separates different entries that two processes write in the same 100 ns.
        var key = $"{position}-{StableHash.ComputeUInt32(entry.ToString()):x8}";
        var rows = new List<TableTransactionAction> { new(TableTransactionActionType.UpsertReplace, Row($"all:{key}", entry)) };
        if (entry.ProjectId is { } project) rows.Add(new(TableTransactionActionType.UpsertReplace, Row($"{ProjectPrefix(project)}{key}", entry)));
        await records.SubmitTransactionAsync(rows, cancellation);
    }

    public ValueTask<ImmutableArray<AuditEntry>> Read(string? projectId, int limit, CancellationToken cancellation) =>
        Query(Keys.PrefixFilter(Partition, projectId is null ? "all:" : ProjectPrefix(projectId)), limit, cancellation);

    /// <remarks>The service looks through the whole list, and returns the entries that match.</remarks>
    public ValueTask<ImmutableArray<AuditEntry>> ReadBy(string by, string what, int limit, CancellationToken cancellation) =>
        Query($"{Keys.PrefixFilter(Partition, "all:")} and {TableClient.CreateQueryFilter($"By eq {by} and What eq {what}")}", limit, cancellation);

    async ValueTask<ImmutableArray<AuditEntry>> Query(string filter, int limit, CancellationToken cancellation)
    {
        var entries = ImmutableArray.CreateBuilder<AuditEntry>();
        await foreach (var row in records.QueryAsync<TableEntity>(filter, Math.Clamp(limit, 1, 1000), cancellationToken: cancellation))
        {
            if (entries.Count >= limit) break;
            entries.Add(new AuditEntry(
                InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0), row.GetString("Project"), row.GetString("Role"), row.GetString("By"),
                row.GetString("What"), row.GetString("Code")));
        }

        return entries.ToImmutable();
    }

    /// <remarks>Reads the whole list, because the time of an entry may differ from the time in its key.</remarks>
    public async ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation)
    {
        var deleted = 0;
        var filter = $"{Keys.PrefixFilter(Partition, "all:")} and At lt {InstantColumn.ToNanoseconds(before)}L";
        await foreach (var row in records.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (deleted == limit) break;
            if (row.GetString("Project") is { } project)
                await records.Remove(Partition, $"{ProjectPrefix(project)}{row.RowKey["all:".Length..]}", cancellation);
            await records.Remove(Partition, row.RowKey, cancellation);
            deleted++;
        }

        return deleted;
    }

    static string ProjectPrefix(string project) => $"of:{Keys.Escape(project)}:";

    static TableEntity Row(string key, AuditEntry entry)
    {
        var row = new TableEntity(Partition, key)
        {
            ["At"] = InstantColumn.ToNanoseconds(entry.At),
            ["Role"] = entry.Role,
            ["By"] = entry.By,
            ["What"] = entry.What,
            ["Code"] = entry.Code,
        };
        if (entry.ProjectId is not null) row["Project"] = entry.ProjectId;
        return row;
    }
}
