namespace FollowUp.Application;

/// <summary>The ledger of an installation with one process: one row of its settings.</summary>
public sealed class SettingsLedger(ISettings settings) : IMailLedger, IDisposable
{
    const string Row = "mail-ledger";

    readonly SemaphoreSlim gate = new(1);

    public async ValueTask<MailLedgerPage> Read(CancellationToken cancellation = default)
    {
        var json = await settings.Get(Row, cancellation);
        return new MailLedgerPage(json, json);
    }

    public async ValueTask<bool> Write(MailLedgerPage page, CancellationToken cancellation = default)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (await settings.Get(Row, cancellation) != page.Mark)
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
