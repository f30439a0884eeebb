using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IKeyValueStore"/>
/// <remarks>
/// Access keys are read with every request of the website, so they are cached: one that another process replaced is refused within
/// <see cref="TablesOptions.VersionCheckTime"/>. All other settings are read as they are.
/// </remarks>
sealed class TablesSettings : IKeyValueStore
{
    public const string Partition = "setting";

    /// <summary>The prefix of the access keys (<see cref="Application.Settings.AccessKeys"/>).</summary>
    const string CachedPrefix = "access-key:";

    readonly TableClient records;
    readonly VersionedCache<IReadOnlyDictionary<string, string>>? keys;

    /// <param name="records">The table.</param>
    /// <param name="version">Null for settings that cache nothing.</param>
    /// <param name="options">Needed for a cache.</param>
    public TablesSettings(TableClient records, RecordsVersion? version = null, TablesOptions? options = null)
    {
        this.records = records;
        keys = version is null || options is null
            ? null
            : new(version, options, async cancellation => (await List(CachedPrefix, cancellation)).ToDictionary(setting => setting.Key, setting => setting.Value));
    }

    public async ValueTask<string?> Get(string key, CancellationToken cancellation) =>
        keys is not null && IsCached(key) ? (await keys.Get(cancellation)).GetValueOrDefault(key) : await Read(key, cancellation);

    async Task<string?> Read(string key, CancellationToken cancellation) =>
        (await records.Find(Partition, Keys.Escape(key), cancellation))?.GetText("Value");

    static bool IsCached(string key) => key.StartsWith(CachedPrefix, StringComparison.Ordinal);

    async Task CountChange(string key, CancellationToken cancellation)
    {
        if (keys is not null && IsCached(key)) await keys.Change(cancellation);
    }

    public async ValueTask Set(string key, string value, Instant? expires, CancellationToken cancellation)
    {
        await records.Put(BuildRow(key, value, expires), cancellation);
        await CountChange(key, cancellation);
    }

    public async ValueTask<string> GetOrSet(string key, string value, Instant? expires, CancellationToken cancellation)
    {
        while (true)
        {
            if (await Read(key, cancellation) is { } stored) return stored;
            if (!await records.TryAdd(BuildRow(key, value, expires), cancellation)) continue;
            await CountChange(key, cancellation);
            return value;
        }
    }

    public async ValueTask<bool> TryReplace(string key, string expected, string value, Instant? expires, CancellationToken cancellation)
    {
        var replaced = await records.Find(Partition, Keys.Escape(key), cancellation) is { } row
            && row.GetText("Value") == expected
            && await records.TryUpdate(BuildRow(key, value, expires), row.ETag, TableUpdateMode.Replace, cancellation);
        if (replaced) await CountChange(key, cancellation);
        return replaced;
    }

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

    public async ValueTask Remove(string key, CancellationToken cancellation)
    {
        await records.Remove(Partition, Keys.Escape(key), cancellation);
        await CountChange(key, cancellation);
    }

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
