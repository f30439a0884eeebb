using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IWebhookDeliveries"/>
/// <remarks>Rows are newest first. One write in about twenty removes the rows that are no longer read.</remarks>
sealed class TablesWebhookDeliveries(TableClient records, OrdinalGenerator ordinals) : IWebhookDeliveries
{
    const string Partition = "webhook-delivery";
    const uint WritesPerCleaning = 20;

    public async ValueTask Add(WebhookDelivery delivery, CancellationToken cancellation)
    {
        var ordinal = ordinals.Next();

        // The hash separates different attempts that two processes write in the same 100 ns.
        var hash = StableHash.ComputeUInt32($"{delivery.MessageId} {ordinal}");
        var row = new TableEntity(Partition, $"{OrdinalGenerator.FormatNewestFirst(ordinal)}-{hash:x8}")
        {
            ["Message"] = delivery.MessageId,
            ["At"] = InstantColumn.ToNanoseconds(delivery.At),
            ["Duration"] = (long)delivery.Duration.TotalMilliseconds,
        }.SetText("Body", delivery.Body);
        if (delivery.Status is { } status) row["Status"] = status;
        if (delivery.Failure is { } failure) row["Failure"] = failure;
        await records.Put(row, cancellation);
        if (hash % WritesPerCleaning == 0) await RemoveOld(cancellation);
    }

    public async ValueTask<ImmutableArray<WebhookDelivery>> Read(CancellationToken cancellation)
    {
        var deliveries = ImmutableArray.CreateBuilder<WebhookDelivery>();
        await foreach (var row in records.QueryAsync<TableEntity>(Filter, IWebhookDeliveries.Count, cancellationToken: cancellation))
        {
            if (deliveries.Count == IWebhookDeliveries.Count) break;
            deliveries.Add(new WebhookDelivery(
                row.GetString("Message"), InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0),
                Duration.FromMilliseconds(row.GetInt64("Duration") ?? 0), row.GetInt32("Status"), row.GetString("Failure"), row.GetText("Body")));
        }

        return deliveries.ToImmutable();
    }

    static string Filter => $"PartitionKey eq '{Partition}'";

    async Task RemoveOld(CancellationToken cancellation)
    {
        foreach (var row in (await records.All(Filter, cancellation, ["RowKey"])).Skip(IWebhookDeliveries.Count))
        {
            await records.Remove(Partition, row.RowKey, cancellation);
        }
    }
}
