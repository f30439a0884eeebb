using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="ITokens"/>
/// <remarks>
/// All tokens are cached, as a department has few. One that is removed by another process is refused within <see cref="TablesOptions.VersionCheckTime"/>; one
/// that is not among them is looked up, so a new one counts at once.
/// </remarks>
sealed class TablesTokens : ITokens
{
    const string Partition = "token";

    readonly TableClient records;
    readonly VersionedCache<IReadOnlyDictionary<string, string>> staff;

    public TablesTokens(TableClient records, RecordsVersion version, TablesOptions options)
    {
        this.records = records;
        staff = new(version, options, async cancellation => (await LoadRows(cancellation)).ToDictionary(row => row.RowKey, row => row.GetString("Staff")));
    }

    public async ValueTask Add(string hash, string staffId, Instant createdAt, CancellationToken cancellation)
    {
        await records.Put(
            new TableEntity(Partition, Keys.Escape(hash)) { ["Staff"] = staffId, ["CreatedAt"] = InstantColumn.ToNanoseconds(createdAt) }, cancellation);
        await staff.Change(cancellation);
    }

    public async ValueTask<string?> FindStaff(string hash, CancellationToken cancellation) =>
        (await staff.Get(cancellation)).TryGetValue(Keys.Escape(hash), out var known)
            ? known
            : (await records.Find(Partition, Keys.Escape(hash), cancellation))?.GetString("Staff");

    /// <remarks>Reads all tokens: a department has few.</remarks>
    public async ValueTask<int> RemoveAll(string staffId, CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var row in (await LoadRows(cancellation)).Where(row => row.GetString("Staff") == staffId))
        {
            await records.Remove(Partition, row.RowKey, cancellation);
            removed++;
        }

        if (removed > 0) await staff.Change(cancellation);
        return removed;
    }

    Task<ImmutableArray<TableEntity>> LoadRows(CancellationToken cancellation) =>
        records.All($"PartitionKey eq '{Partition}'", cancellation, ["RowKey", "Staff"]);
}
