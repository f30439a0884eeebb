using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Removes rows that have no further use. The mails and the timeline of a project are not among them: they stay until the person is erased.
/// </summary>
public sealed class ExpiredRowCleaner(IProjectStore store, IKeyValueStore settings, IAuditLog audit, IEnumerable<IMailbox> mailboxes)
{
    /// <summary>How many rows of each kind are removed in one night.</summary>
    const int MaxRows = 10_000;

    /// <summary>Idempotency records that have no expiry: links, forms and inbound mails, and records of versions that wrote none.</summary>
    static readonly (string Prefix, Duration Kept)[] Records =
    [
        ("api.", RetentionPeriods.IdempotencyKeys),
        ("form:", RetentionPeriods.IdempotencyKeys),
        ("mail.", RetentionPeriods.IdempotencyKeys),
        ("link:", RetentionPeriods.Links),
    ];

    /// <summary>Settings that have an expiry. Versions before schema 4 wrote none.</summary>
    static readonly (string Prefix, Duration Kept)[] ExpiringSettings =
    [
        ("idempotency-key.", RetentionPeriods.IdempotencyKeys),
        ("passed-on:", RetentionPeriods.Mails),
        ("mail-done:", RetentionPeriods.Mails),
        ("sign-in:", RetentionPeriods.SignInLinks),
        ("weekly-figures:", RetentionPeriods.WeeklyFigures),
        ("absence:", RetentionPeriods.JobRuns),
        ("digest-told:", RetentionPeriods.LastDigests),
        ("schedule:", RetentionPeriods.JobRuns),
    ];

    /// <summary>Removes what has expired. May be called at any time.</summary>
    /// <returns>How many rows were removed.</returns>
    public async Task<int> Clean(Instant now, CancellationToken cancellation = default)
    {
        foreach (var (prefix, kept) in ExpiringSettings)
        {
            await settings.AddMissingExpiry(prefix, now + kept, cancellation);
        }

        var removed = await settings.DeleteExpired(now, MaxRows, cancellation)
            + await store.DeleteExpiredIdempotencyRecords(now, MaxRows, cancellation)
            + await audit.DeleteBefore(now - RetentionPeriods.AuditLog, MaxRows, cancellation);
        foreach (var (prefix, kept) in Records)
        {
            removed += await store.DeleteIdempotencyRecords(prefix, now - kept, MaxRows, cancellation);
        }

        foreach (var mailbox in mailboxes)
        {
            removed += await mailbox.DeleteBefore(now - RetentionPeriods.Mails, MaxRows, cancellation);
        }

        return removed;
    }
}
