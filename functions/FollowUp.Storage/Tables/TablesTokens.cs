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
}
