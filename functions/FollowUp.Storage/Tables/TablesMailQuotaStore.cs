using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Ports;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IMailQuotaStore"/>
/// <remarks>The mark is the row's ETag, so that any number of workers spend one budget.</remarks>
sealed class TablesMailQuotaStore(TableClient records) : IMailQuotaStore
{
    const string Partition = "mail-ledger";
    const string Row = "page";

    public async ValueTask<MailQuotaRow> Read(CancellationToken cancellation) =>
        await records.Find(Partition, Row, cancellation) is { } row ? new MailQuotaRow(row.GetText("Json"), row.ETag.ToString()) : new MailQuotaRow(null, null);

    public async ValueTask<bool> TryWrite(MailQuotaRow page, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, Row).SetText("Json", page.Json ?? "");
        if (page.ETag is null) return await records.TryAdd(row, cancellation);
        try
        {
            await records.UpdateEntityAsync(row, new ETag(page.ETag), TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }
}
