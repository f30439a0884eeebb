using System.Globalization;
using FollowUp.Application.Ports;

namespace FollowUp.Couriers.Tests;

/// <summary>A ledger in memory with the same promise: of two writers who read the same page, one wins.</summary>
sealed class InMemoryMailQuotaStore : IMailQuotaStore
{
    readonly Lock gate = new();
    string? json;
    int writes;

    public ValueTask<MailQuotaRow> Read(CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(new MailQuotaRow(json, writes == 0 ? null : Mark));
        }
    }

    public ValueTask<bool> TryWrite(MailQuotaRow page, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            if (page.ETag != (writes == 0 ? null : Mark))
            {
                return ValueTask.FromResult(false);
            }

            (json, writes) = (page.Json, writes + 1);
            return ValueTask.FromResult(true);
        }
    }

    string Mark => writes.ToString(CultureInfo.InvariantCulture);
}
