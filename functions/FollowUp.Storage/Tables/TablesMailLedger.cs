using Azure;
using Azure.Data.Tables;
using FollowUp.Application;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IMailLedger"/>
/// <remarks>The mark is the row's ETag, so that any number of workers spend one budget.</remarks>
sealed class TablesMailLedger(TableClient records) : IMailLedger
{
    const string Partition = "mail-ledger";
    const string Row = "page";

    public async ValueTask<MailLedgerPage> Read(CancellationToken cancellation) =>
        await records.Find(Partition, Row, cancellation) is { } row ? new MailLedgerPage(row.Text("Json"), row.ETag.ToString()) : new MailLedgerPage(null, null);

    public async ValueTask<bool> Write(MailLedgerPage page, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, Row).With("Json", page.Json ?? "");
        if (page.Mark is null) return await records.Add(row, cancellation);
        try
        {
            await records.UpdateEntityAsync(row, new ETag(page.Mark), TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }
}
