using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Ports;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IMailQuotaStore"/>
/// <remarks>The version is the row's ETag, so that all workers of an installation share one quota.</remarks>
sealed class TablesMailQuotaStore(TableClient records) : IMailQuotaStore
{
    const string Partition = "mail-ledger";
    const string Row = "page";

    public async ValueTask<MailQuotaRow> Read(CancellationToken cancellation) =>
        await records.Find(Partition, Row, cancellation) is { } row ? new MailQuotaRow(row.GetText("Json"), row.ETag.ToString()) : new MailQuotaRow(null, null);

    public async ValueTask<bool> TryWrite(MailQuotaRow row, CancellationToken cancellation)
    {
        var entity = new TableEntity(Partition, Row).SetText("Json", row.Json ?? "");
        return row.ETag is null
            ? await records.TryAdd(entity, cancellation)
            : await records.TryUpdate(entity, new ETag(row.ETag), TableUpdateMode.Replace, cancellation);
    }
}
