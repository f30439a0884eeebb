using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Ports;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="ISettings"/>
sealed class TablesSettings(TableClient records) : ISettings
{
    const string Partition = "setting";

    public async ValueTask<string?> Get(string key, CancellationToken cancellation) =>
        (await records.Find(Partition, Keys.Escape(key), cancellation))?.GetText("Value");

    public async ValueTask Set(string key, string value, CancellationToken cancellation) => await records.Put(Row(key, value), cancellation);

    public async ValueTask<string> GetOrSet(string key, string value, CancellationToken cancellation)
    {
        while (true)
        {
            if (await Get(key, cancellation) is { } standing) return standing;
            if (await records.TryAdd(Row(key, value), cancellation)) return value;
        }
    }

    public async ValueTask<bool> TryReplace(string key, string standing, string value, CancellationToken cancellation)
    {
        if (await records.Find(Partition, Keys.Escape(key), cancellation) is not { } row || row.GetText("Value") != standing) return false;
        try
        {
            await records.UpdateEntityAsync(Row(key, value), row.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
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

    public async ValueTask Remove(string key, CancellationToken cancellation) => await records.Remove(Partition, Keys.Escape(key), cancellation);

    /// <remarks>The name stands beside the key, which holds it escaped.</remarks>
    static TableEntity Row(string key, string value) => new TableEntity(Partition, Keys.Escape(key)) { ["Name"] = key }.SetText("Value", value);
}
