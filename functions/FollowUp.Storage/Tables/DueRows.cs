using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <summary>Reads what is due, and mends what crashes left behind in it.</summary>
sealed class DueRows(TableClient index, ReadModels readModels, TablesOptions options)
{
    const string Prefix = "d:";

    readonly Doubts doubts = new(options);

    /// <summary>All rows until an instant, of one project of each partition after the other, up to so many projects.</summary>
    public async Task<ImmutableArray<DueRow>> Until(Instant now, int limit, CancellationToken cancellation)
    {
        var rows = await Read(now, limit, cancellation);
        return await Mend(rows, cancellation) ? await Read(now, limit, cancellation) : rows;
    }

    /// <summary>The first row that has a time, and the moment at which somebody should look after an update that is owed.</summary>
    public async Task<Instant?> First(CancellationToken cancellation)
    {
        var firsts = await Task.WhenAll(Footprint.Partitions.Select(partition => FirstIn(partition, cancellation)));
        return firsts.Min();
    }

    /// <summary>Makes every update that is owed, at once.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Heal(CancellationToken cancellation)
    {
        var healed = 0;
        foreach (var partition in Footprint.Partitions)
        {
            foreach (var entity in await index.All(Keys.Range(partition, Owing.Prefix), cancellation, DueRow.Columns))
            {
                var row = DueRow.Read(entity);
                await readModels.Mend(row.Project, thoroughly: false, cancellation);
                await index.Remove(row.Partition, row.Key, cancellation);
                healed++;
            }
        }

        return healed;
    }

    async Task<ImmutableArray<DueRow>> Read(Instant now, int limit, CancellationToken cancellation)
    {
        var before = Keys.After(Footprint.Due(SortableInstant.Write(now)));
        var rows = await Task.WhenAll(Footprint.Partitions.Select(async partition =>
        {
            var projects = new HashSet<string>(StringComparer.Ordinal);
            var read = ImmutableArray.CreateBuilder<DueRow>();
            var query = index.QueryAsync<TableEntity>(Keys.Between(partition, Prefix, before), Math.Min(limit + 10, 1000), DueRow.Columns, cancellation);
            await foreach (var entity in query)
            {
                var row = DueRow.Read(entity);
                if (!row.IsOwing && projects.Add(row.Project) && projects.Count > limit) break;
                read.Add(row);
            }

            return read.ToImmutable();
        }));
        return [.. rows.SelectMany(row => row)];
    }

    async Task<Instant?> FirstIn(string partition, CancellationToken cancellation)
    {
        Instant? first = null;
        var query = index.QueryAsync<TableEntity>(Keys.Range(partition, Prefix), maxPerPage: 10, DueRow.Columns, cancellation);
        await foreach (var entity in query)
        {
            var row = DueRow.Read(entity);
            var at = row.IsOwing ? Instant.FromDateTimeOffset(NextLook(row)) : row.Instant;
            first = first is { } sooner ? Instant.Min(sooner, at) : at;
            if (!row.IsOwing) break;
        }

        return first;
    }

    /// <summary>Whoever asks for the first row has looked at those that are owed for longer.</summary>
    DateTimeOffset NextLook(DueRow owing)
    {
        var now = options.Time.GetUtcNow();
        return (now - owing.WrittenAt < options.HealAfter ? owing.WrittenAt : now) + options.HealAfter;
    }

    /// <returns>Whether anything was changed.</returns>
    async Task<bool> Mend(ImmutableArray<DueRow> rows, CancellationToken cancellation)
    {
        var changed = false;
        foreach (var row in doubts.About(rows))
        {
            try
            {
                changed |= await Settle(row, cancellation);
            }
            catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or ArgumentException)
            {
                // Such as one written by a newer version. Whoever is handed the project meets the same; the others are due none the less.
            }
        }

        return changed;
    }

    async Task<bool> Settle(DueRow row, CancellationToken cancellation)
    {
        var rows = await readModels.Mend(row.Project, thoroughly: !row.IsOwing, cancellation);
        if (rows.Contains(row.Key)) return false;

        // Its commit may still be on its way, and then nothing but this row says that the index has to follow it.
        if (row.IsOwing && options.Time.GetUtcNow() - row.WrittenAt < options.LongestCommit) return true;
        await index.Remove(row.Partition, row.Key, cancellation);
        return true;
    }
}
