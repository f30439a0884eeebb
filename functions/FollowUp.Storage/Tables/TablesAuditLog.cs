using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IAuditLog"/>
/// <remarks>Every entry stands twice, in the list of all and in that of its project, both newest first.</remarks>
sealed class TablesAuditLog(TableClient records, OrdinalGenerator ordinals) : IAuditLog
{
    const string Partition = "audit";

    public async ValueTask Write(AuditEntry entry, CancellationToken cancellation)
    {
        var place = OrdinalGenerator.FormatNewestFirst(ordinals.Next());

        // Two processes that write in the same 100 ns differ in what they write, or write the same.
        var key = $"{place}-{StableHash.ComputeUInt32(entry.ToString()):x8}";
        var rows = new List<TableTransactionAction> { new(TableTransactionActionType.UpsertReplace, Row($"all:{key}", entry)) };
        if (entry.ProjectId is { } project) rows.Add(new(TableTransactionActionType.UpsertReplace, Row($"{Of(project)}{key}", entry)));
        await records.SubmitTransactionAsync(rows, cancellation);
    }

    public async ValueTask<ImmutableArray<AuditEntry>> Read(string? projectId, int limit, CancellationToken cancellation)
    {
        var entries = ImmutableArray.CreateBuilder<AuditEntry>();
        var filter = Keys.PrefixFilter(Partition, projectId is null ? "all:" : Of(projectId));
        await foreach (var row in records.QueryAsync<TableEntity>(filter, Math.Clamp(limit, 1, 1000), cancellationToken: cancellation))
        {
            if (entries.Count >= limit) break;
            entries.Add(new AuditEntry(
                InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0), row.GetString("Project"), row.GetString("Role"), row.GetString("By"),
                row.GetString("What"), row.GetString("Code")));
        }

        return entries.ToImmutable();
    }

    /// <remarks>By the time in the entry, which need not be that of its key: it goes through the whole list.</remarks>
    public async ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation)
    {
        var forgotten = 0;
        var filter = $"{Keys.PrefixFilter(Partition, "all:")} and At lt {InstantColumn.ToNanoseconds(before)}L";
        await foreach (var row in records.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (forgotten == limit) break;
            if (row.GetString("Project") is { } project)
                await records.Remove(Partition, $"{Of(project)}{row.RowKey["all:".Length..]}", cancellation);
            await records.Remove(Partition, row.RowKey, cancellation);
            forgotten++;
        }

        return forgotten;
    }

    static string Of(string project) => $"of:{Keys.Escape(project)}:";

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
