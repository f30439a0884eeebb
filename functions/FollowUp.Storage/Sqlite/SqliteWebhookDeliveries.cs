using System.Collections.Immutable;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IWebhookDeliveries"/>
sealed class SqliteWebhookDeliveries(SqliteDatabase database) : IWebhookDeliveries
{
    const string Columns = "message, at, duration, status, failure, body";

    public ValueTask Add(WebhookDelivery delivery, CancellationToken cancellation) => database.Write(
        session =>
        {
            session.Sql($"INSERT INTO webhook_deliveries ({Columns}) VALUES (?, ?, ?, ?, ?, ?)")
                .Bind(delivery.MessageId).Bind(delivery.At).Bind((long)delivery.Duration.TotalMilliseconds).Bind((long?)delivery.Status)
                .Bind(delivery.Failure).Bind(delivery.Body).Execute();
            session.Sql("DELETE FROM webhook_deliveries WHERE key <= (SELECT max(key) FROM webhook_deliveries) - ?")
                .Bind(IWebhookDeliveries.Count).Execute();
        },
        cancellation);

    public ValueTask<ImmutableArray<WebhookDelivery>> Read(CancellationToken cancellation) => database.Read(
        session => session.Sql($"SELECT {Columns} FROM webhook_deliveries ORDER BY key DESC LIMIT ?").Bind(IWebhookDeliveries.Count)
            .QueryAll(row => new WebhookDelivery(
                row.Text(0), row.Instant(1), Duration.FromMilliseconds(row.Number(2)), (int?)row.NumberOrNull(3), row.TextOrNull(4), row.Text(5))),
        cancellation);
}
