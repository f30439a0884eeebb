using Azure.Data.Tables;
using FollowUp.Application;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="ISettings"/>
sealed class TablesSettings(TableClient records) : ISettings
{
    const string Partition = "setting";

    public async ValueTask<string?> Get(string key, CancellationToken cancellation) =>
        (await records.Find(Partition, Keys.Part(key), cancellation))?.Text("Value");

    public async ValueTask Set(string key, string value, CancellationToken cancellation) => await records.Put(Row(key, value), cancellation);

    public async ValueTask<string> GetOrSet(string key, string value, CancellationToken cancellation)
    {
        while (true)
        {
            if (await Get(key, cancellation) is { } standing) return standing;
            if (await records.Add(Row(key, value), cancellation)) return value;
        }
    }

    static TableEntity Row(string key, string value) => new TableEntity(Partition, Keys.Part(key)).With("Value", value);
}
