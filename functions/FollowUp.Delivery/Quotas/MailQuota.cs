using System.Text.Json;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Application.Shared;
using NodaTime;

namespace FollowUp.Delivery.Quotas;

/// <summary>
/// Counts mails against the limits of the mail service. The count is written before the mail leaves: a worker that stops in between has
/// counted one mail too many, and never sends one too many. Safe for several workers over one store.
/// </summary>
public sealed class MailQuota(IMailQuotaStore store, MailQuotaLimits limits, Metrics? metrics = null)
{
    /// <summary>How often a write is tried against concurrent writers; after that the mail is deferred by some seconds.</summary>
    const int MaxWriteAttempts = 20;

    /// <summary>Counts one mail. Not idempotent: each call that returns null counts another mail.</summary>
    /// <returns>Null when the mail may leave now; else the time of the next attempt.</returns>
    public async Task<Instant?> TakeOrGetRetryAt(OutgoingMail mail, Instant now, CancellationToken cancellation = default)
    {
        for (var attempt = 0; attempt < MaxWriteAttempts; attempt++)
        {
            var row = await store.Read(cancellation);
            var usage = Parse(row.Json);
            var freeAt = GetFreeAt(usage, mail, now);
            if (freeAt > now)
            {
                RecordMetrics(usage, now);
                return freeAt + SpreadRetry(mail, freeAt - now);
            }

            var after = usage.AddOne(now);
            if (await store.TryWrite(row with { Json = Write(after) }, cancellation))
            {
                RecordMetrics(after, now);
                return null;
            }
        }

        return now + Duration.FromSeconds(1) + SpreadRetry(mail, Duration.FromSeconds(10));
    }

    /// <summary>Allows no mail before an instant, because the mail service throttled. An earlier instant than the one stored has no effect.</summary>
    public async Task CloseUntil(Instant until, CancellationToken cancellation = default)
    {
        for (var attempt = 0; attempt < MaxWriteAttempts; attempt++)
        {
            var row = await store.Read(cancellation);
            var usage = Parse(row.Json);
            if (usage.ClosedUntil >= until
                || await store.TryWrite(row with { Json = Write(usage with { ClosedUntil = until }) }, cancellation))
            {
                return;
            }
        }
    }

    Instant GetFreeAt(MailQuotaUsage usage, OutgoingMail mail, Instant now) => Instant.Max(
        usage.ClosedUntil ?? now,
        Instant.Max(
            usage.GetFreeAt(now, MailQuotaUsage.Minute, limits.GetMinuteLimit(mail)),
            usage.GetFreeAt(now, MailQuotaUsage.Hour, limits.GetHourLimit(mail))));

    void RecordMetrics(MailQuotaUsage usage, Instant now)
    {
        metrics?.RecordMailQuotaUsed("minute", (double)usage.CountWithin(now, MailQuotaUsage.Minute) / limits.PerMinute);
        metrics?.RecordMailQuotaUsed("hour", (double)usage.CountWithin(now, MailQuotaUsage.Hour) / limits.PerHour);
    }

    /// <summary>Spreads the retries of mails that may wait by project, so that they do not all come at the same instant.</summary>
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

    static string Write(MailQuotaUsage usage) => JsonSerializer.Serialize(usage, StoredJson.Options);
}
