using System.Text.Json;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Application.Shared;
using FollowUp.Domain.Outbox;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>
/// Spends what the mail service allows, one mail at a time, written down before the mail leaves: a worker that dies in between has spent a
/// mail too many, never sent one too many.
/// </summary>
public sealed class MailQuota(IMailQuotaStore ledger, MailQuotaLimits limits, Metrics? metrics = null)
{
    /// <summary>Workers that write at the same moment; the last one comes back a little later.</summary>
    const int MaxWriteAttempts = 20;

    /// <summary>Takes one mail out of the budget.</summary>
    /// <returns>Null when it may leave; else when to ask again.</returns>
    public async Task<Instant?> TakeOrGetRetryAt(OutgoingMail mail, Instant now, CancellationToken cancellation = default)
    {
        for (var round = 0; round < MaxWriteAttempts; round++)
        {
            var page = await ledger.Read(cancellation);
            var spending = Parse(page.Json);
            var free = GetFreeAt(spending, mail.Kind, now);
            if (free > now)
            {
                RecordMetrics(spending, now);
                return free + SpreadRetry(mail, free - now);
            }

            var after = spending.AddOne(now);
            if (await ledger.TryWrite(page with { Json = Write(after) }, cancellation))
            {
                RecordMetrics(after, now);
                return null;
            }
        }

        return now + Duration.FromSeconds(1) + SpreadRetry(mail, Duration.FromSeconds(10));
    }

    /// <summary>The mail service asked to be left alone.</summary>
    public async Task CloseUntil(Instant until, CancellationToken cancellation = default)
    {
        for (var round = 0; round < MaxWriteAttempts; round++)
        {
            var page = await ledger.Read(cancellation);
            var spending = Parse(page.Json);
            if (spending.ClosedUntil >= until
                || await ledger.TryWrite(page with { Json = Write(spending with { ClosedUntil = until }) }, cancellation))
            {
                return;
            }
        }
    }

    Instant GetFreeAt(MailQuotaUsage spending, MessageKind? kind, Instant now) => Instant.Max(
        spending.ClosedUntil ?? now,
        Instant.Max(
            spending.GetFreeAt(now, MailQuotaUsage.Minute, limits.GetMinuteLimit(kind)),
            spending.GetFreeAt(now, MailQuotaUsage.Hour, limits.GetHourLimit(kind))));

    void RecordMetrics(MailQuotaUsage spending, Instant now)
    {
        metrics?.RecordMailQuotaUsed("minute", (double)spending.CountWithin(now, MailQuotaUsage.Minute) / limits.PerMinute);
        metrics?.RecordMailQuotaUsed("hour", (double)spending.CountWithin(now, MailQuotaUsage.Hour) / limits.PerHour);
    }

    /// <summary>Those that wait do not all come back at the same instant: each project has a moment of its own.</summary>
    static Duration SpreadRetry(OutgoingMail mail, Duration over)
    {
        if (!MailQuotaLimits.MayWait(mail.Kind))
        {
            return Duration.Zero;
        }

        var share = StableHash.ComputeUInt32(mail.ProjectId ?? mail.MessageId) % 1000 / 1000.0;
        return Duration.Min(over, Duration.FromMinutes(10)) * share;
    }

    static MailQuotaUsage Parse(string? json) =>
        json is null ? MailQuotaUsage.None : JsonSerializer.Deserialize<MailQuotaUsage>(json, StoredJson.Options) ?? MailQuotaUsage.None;

    static string Write(MailQuotaUsage spending) => JsonSerializer.Serialize(spending, StoredJson.Options);
}
