using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <summary>Reads what is due, and mends what crashes left behind in it.</summary>
sealed class DueIndex(TableClient index, IndexUpdater readModels, TablesOptions options)
{
    const string Prefix = "d:";

    readonly StaleRowTracker doubts = new(options);

    /// <summary>All rows until an instant, of one project of each partition after the other, up to so many projects.</summary>
    public async Task<ImmutableArray<DueRow>> ReadUntil(Instant now, int limit, CancellationToken cancellation)
    {
        var rows = await Read(now, limit, cancellation);
        return await RepairStale(rows, cancellation) ? await Read(now, limit, cancellation) : rows;
    }

    /// <summary>The first row that has a time, and the moment at which somebody should look after an update that is owed.</summary>
    public async Task<Instant?> ReadFirst(CancellationToken cancellation)
    {
        var firsts = await Task.WhenAll(IndexEntry.Partitions.Select(partition => ReadFirstOf(partition, cancellation)));
        return firsts.Min();
    }

    /// <summary>Makes every update that is owed, at once.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RepairPending(CancellationToken cancellation)
    {
        var healed = 0;
        foreach (var partition in IndexEntry.Partitions)
        {
            foreach (var entity in await index.All(Keys.PrefixFilter(partition, PendingIndexUpdate.Prefix), cancellation, DueRow.Columns))
            {
                var row = DueRow.Read(entity);
                await readModels.Repair(row.Project, thoroughly: false, cancellation);
                await index.Remove(row.Partition, row.Key, cancellation);
                healed++;
            }
        }

        return healed;
    }

    async Task<ImmutableArray<DueRow>> Read(Instant now, int limit, CancellationToken cancellation)
    {
        var before = Keys.GetPrefixEnd(IndexEntry.DuePrefix(InstantColumn.ToNanoseconds(now)));
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
            first = first is { } sooner ? Instant.Min(sooner, at) : at;
            if (!row.IsPendingUpdate) break;
        }

        return first;
    }

    /// <summary>Whoever asks for the first row has looked at those that are owed for longer.</summary>
    DateTimeOffset GetNextRepair(DueRow owing)
    {
        var now = options.Time.GetUtcNow();
        return (now - owing.WrittenAt < options.RepairAfter ? owing.WrittenAt : now) + options.RepairAfter;
    }

    /// <returns>Whether anything was changed.</returns>
    async Task<bool> RepairStale(ImmutableArray<DueRow> rows, CancellationToken cancellation)
    {
        var changed = false;
        foreach (var row in doubts.FindStale(rows))
        {
            try
            {
                changed |= await RepairRow(row, cancellation);
            }
            catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or ArgumentException)
            {
                // Such as one written by a newer version. Whoever is handed the project meets the same; the others are due none the less.
            }
        }

        return changed;
    }

    async Task<bool> RepairRow(DueRow row, CancellationToken cancellation)
    {
        var rows = await readModels.Repair(row.Project, thoroughly: !row.IsPendingUpdate, cancellation);
        if (rows.Contains(row.Key)) return false;

        // Its commit may still be on its way, and then nothing but this row says that the index has to follow it.
        if (row.IsPendingUpdate && options.Time.GetUtcNow() - row.WrittenAt < options.MaxCommitTime) return true;
        await index.Remove(row.Partition, row.Key, cancellation);
        return true;
    }
}
