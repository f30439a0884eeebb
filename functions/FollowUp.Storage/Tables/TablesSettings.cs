using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="ISettings"/>
sealed class TablesSettings(TableClient records) : ISettings
{
    public const string Partition = "setting";

    public async ValueTask<string?> Get(string key, CancellationToken cancellation) =>
        (await records.Find(Partition, Keys.Escape(key), cancellation))?.GetText("Value");

    public async ValueTask Set(string key, string value, Instant? expires, CancellationToken cancellation) =>
        await records.Put(BuildRow(key, value, expires), cancellation);

    public async ValueTask<string> GetOrSet(string key, string value, Instant? expires, CancellationToken cancellation)
    {
        while (true)
        {
            if (await Get(key, cancellation) is { } stored) return stored;
            if (await records.TryAdd(BuildRow(key, value, expires), cancellation)) return value;
        }
    }

    public async ValueTask<bool> TryReplace(string key, string expected, string value, Instant? expires, CancellationToken cancellation) =>
        await records.Find(Partition, Keys.Escape(key), cancellation) is { } row
        && row.GetText("Value") == expected
        && await records.TryUpdate(BuildRow(key, value, expires), row.ETag, TableUpdateMode.Replace, cancellation);

    public async ValueTask<ImmutableArray<KeyValuePair<string, string>>> List(string prefix, CancellationToken cancellation)
    {
        var from = Keys.Escape(prefix);
        var rows = await records.All(Keys.RangeFilter(Partition, from, $"{from}~"), cancellation);
        return
        [
            .. rows.Where(row => row.GetString("Name") is not null).Select(row => KeyValuePair.Create(row.GetString("Name"), row.GetText("Value")))
                .OrderBy(setting => setting.Key, StringComparer.Ordinal),
        ];
    }

    public async ValueTask Remove(string key, CancellationToken cancellation) => await records.Remove(Partition, Keys.Escape(key), cancellation);

    public async ValueTask<int> DeleteExpired(Instant now, int limit, CancellationToken cancellation)
    {
        var deleted = 0;
        var filter = $"PartitionKey eq '{Partition}' and Expires le {InstantColumn.ToNanoseconds(now)}L";
        await foreach (var row in records.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation))
        {
            if (deleted == limit) break;
            await records.Remove(Partition, row.RowKey, cancellation);
            deleted++;
        }

        return deleted;
    }

    /// <remarks>A filter cannot ask for rows that lack a property, so it reads the keys and expiries of all rows under the prefix.</remarks>
    public async ValueTask AddMissingExpiry(string prefix, Instant expires, CancellationToken cancellation)
    {
        var from = Keys.Escape(prefix);
        var rows = await records.All(Keys.RangeFilter(Partition, from, $"{from}~"), cancellation, ["RowKey", "Expires"]);
        foreach (var row in rows.Where(row => row.GetInt64("Expires") is null))
        {
            // A row that was replaced or removed in the meantime is no row of an earlier version.
            var update = new TableEntity(Partition, row.RowKey) { ["Expires"] = InstantColumn.ToNanoseconds(expires) };
            await records.TryUpdate(update, row.ETag, TableUpdateMode.Merge, cancellation);
        }
    }

    /// <remarks>The row key is the escaped name; the name is a column of its own.</remarks>
    static TableEntity BuildRow(string key, string value, Instant? expires)
    {
        var row = new TableEntity(Partition, Keys.Escape(key)) { ["Name"] = key }.SetText("Value", value);
        if (expires is { } at) row["Expires"] = InstantColumn.ToNanoseconds(at);
        return row;
    }
}
