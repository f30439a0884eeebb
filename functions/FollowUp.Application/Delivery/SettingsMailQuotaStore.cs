using FollowUp.Application.Ports;

namespace FollowUp.Application.Delivery;

/// <summary>The ledger of an installation with one process: one row of its settings.</summary>
public sealed class SettingsMailQuotaStore(ISettings settings) : IMailQuotaStore, IDisposable
{
    const string Row = "mail-ledger";

    readonly SemaphoreSlim gate = new(1);

    public async ValueTask<MailQuotaRow> Read(CancellationToken cancellation = default)
    {
        var json = await settings.Get(Row, cancellation);
        return new MailQuotaRow(json, json);
    }

    public async ValueTask<bool> TryWrite(MailQuotaRow page, CancellationToken cancellation = default)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (await settings.Get(Row, cancellation) != page.ETag)
            {
                return false;
            }

            await settings.Set(Row, page.Json!, cancellation);
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
