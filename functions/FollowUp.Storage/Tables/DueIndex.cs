using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <summary>Reads the due rows of the index. Each read also looks for rows that need repair (<see cref="IndexUpdater"/>).</summary>
sealed class DueIndex(TableClient index, IndexUpdater updater, TablesOptions options)
{
    const string Prefix = "d:";

    /// <summary>All rows that are due, of at most <paramref name="limit"/> projects in each partition, and all pending rows.</summary>
    public async Task<ImmutableArray<DueRow>> ReadUntil(Instant now, int limit, CancellationToken cancellation)
    {
        var rows = await Read(now, limit, cancellation);
        return await updater.RepairStale(rows, cancellation) ? await Read(now, limit, cancellation) : rows;
    }

    /// <summary>The earliest time of all: that of a row, or the time at which a pending row is due for repair.</summary>
    /// <returns>Null when there is no row.</returns>
    public async Task<Instant?> ReadFirst(CancellationToken cancellation)
    {
        var firsts = await Task.WhenAll(IndexEntry.Partitions.Select(partition => ReadFirstOf(partition, cancellation)));
        return firsts.Min();
    }

    async Task<ImmutableArray<DueRow>> Read(Instant now, int limit, CancellationToken cancellation)
    {
        var before = KeyPrefix.GetEnd(IndexEntry.DuePrefix(InstantColumn.ToNanoseconds(now)));
        var rows = await Task.WhenAll(IndexEntry.Partitions.Select(async partition =>
        {
            var projects = new HashSet<string>(StringComparer.Ordinal);
            var read = ImmutableArray.CreateBuilder<DueRow>();
            var query = index.QueryAsync<TableEntity>(Keys.RangeFilter(partition, Prefix, before), Math.Min(limit + 10, 1000), DueRow.Columns, cancellation);
            await foreach (var entity in query)
            {
                var row = DueRow.Read(entity);
                if (!row.IsPendingUpdate && projects.Add(row.Project) && projects.Count > limit) break;
                read.Add(row);
            }

            return read.ToImmutable();
        }));
        return [.. rows.SelectMany(row => row)];
    }

    async Task<Instant?> ReadFirstOf(string partition, CancellationToken cancellation)
    {
        Instant? first = null;
        var query = index.QueryAsync<TableEntity>(Keys.PrefixFilter(partition, Prefix), maxPerPage: 10, DueRow.Columns, cancellation);
        await foreach (var entity in query)
        {
            var row = DueRow.Read(entity);
            var at = row.IsPendingUpdate ? Instant.FromDateTimeOffset(GetNextRepair(row)) : row.Instant;
            first = first is { } earlier ? Instant.Min(earlier, at) : at;
            if (!row.IsPendingUpdate) break;
        }

        return first;
    }

    /// <remarks>A pending row older than <see cref="TablesOptions.RepairAfter"/> was looked at by the read before; the next look comes after that time again.</remarks>
    DateTimeOffset GetNextRepair(DueRow pending)
    {
        var now = options.Time.GetUtcNow();
        return (now - pending.WrittenAt < options.RepairAfter ? pending.WrittenAt : now) + options.RepairAfter;
    }
}
