using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="ITokens"/>
sealed class TablesTokens(TableClient records) : ITokens
{
    const string Partition = "token";

    public async ValueTask Add(string hash, string staffId, Instant createdAt, CancellationToken cancellation) => await records.Put(
        new TableEntity(Partition, Keys.Escape(hash)) { ["Staff"] = staffId, ["CreatedAt"] = InstantColumn.ToNanoseconds(createdAt) }, cancellation);

    public async ValueTask<string?> FindStaff(string hash, CancellationToken cancellation) =>
        (await records.Find(Partition, Keys.Escape(hash), cancellation))?.GetString("Staff");

    /// <remarks>Reads all tokens: a department has few.</remarks>
    public async ValueTask<int> RemoveAll(string staffId, CancellationToken cancellation)
    {
        var rows = await records.All($"PartitionKey eq '{Partition}'", cancellation, ["RowKey", "Staff"]);
        var removed = 0;
        foreach (var row in rows.Where(row => row.GetString("Staff") == staffId))
        {
            await records.Remove(Partition, row.RowKey, cancellation);
            removed++;
        }

        return removed;
    }
}
