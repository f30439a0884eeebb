using System.Globalization;
using FollowUp.Application.Ports;

namespace FollowUp.Delivery.Tests;

/// <summary>A quota store in memory: of two writers that read the same row, one succeeds.</summary>
sealed class InMemoryMailQuotaStore : IMailQuotaStore
{
    readonly Lock gate = new();
    string? json;
    int writes;

    public ValueTask<MailQuotaRow> Read(CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(new MailQuotaRow(json, writes == 0 ? null : ETag));
        }
    }

    public ValueTask<bool> TryWrite(MailQuotaRow row, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            if (row.ETag != (writes == 0 ? null : ETag))
            {
                return ValueTask.FromResult(false);
            }

            (json, writes) = (row.Json, writes + 1);
            return ValueTask.FromResult(true);
        }
    }

    string ETag => writes.ToString(CultureInfo.InvariantCulture);
}
