using System.Globalization;
using FollowUp.Application;

namespace FollowUp.Couriers.Tests;

/// <summary>A ledger in memory with the same promise: of two writers who read the same page, one wins.</summary>
sealed class MemoryLedger : IMailLedger
{
    readonly Lock gate = new();
    string? json;
    int writes;

    public ValueTask<MailLedgerPage> Read(CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(new MailLedgerPage(json, writes == 0 ? null : Mark));
        }
    }

    public ValueTask<bool> Write(MailLedgerPage page, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            if (page.Mark != (writes == 0 ? null : Mark))
            {
                return ValueTask.FromResult(false);
            }

            (json, writes) = (page.Json, writes + 1);
            return ValueTask.FromResult(true);
        }
    }

    string Mark => writes.ToString(CultureInfo.InvariantCulture);
}
