using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Takes away rows that have no more use. A project's own mails and timeline stay as long as the person does; who read what stays as long
/// as a person's data may.
/// </summary>
public sealed class ExpiredRowCleaner(
    IProjectStore store, DepartmentOutbox outbox, ISettings settings, IAuditLog audit, IEnumerable<IMailbox> mailboxes)
{
    /// <summary>At a time, and so at most in one night of each kind.</summary>
    const int MaxRows = 10_000;

    /// <summary>A caller who was not answered asks again within days.</summary>
    public static readonly Duration ApiKeyRetention = Duration.FromDays(90);

    /// <summary>A link lives for a year at most, and tells for as long what was answered by it.</summary>
    static readonly Duration LinkRetention = Duration.FromDays(400);

    static readonly Duration MailRetention = Duration.FromDays(90);
    static readonly Duration SignInRetention = Duration.FromDays(1);
    static readonly Duration AuditRetention = Duration.FromDays(365 * RetentionJob.YearsKept);

    /// <returns>How many rows went.</returns>
    public async Task<int> Clean(Instant now, CancellationToken cancellation = default)
    {
        var cleaned = await store.DeleteExpiredIdempotencyRecords(now, MaxRows, cancellation)
            // Receipts of earlier versions have no expiry of their own.
            + await store.DeleteIdempotencyRecords("api.", now - ApiKeyRetention, MaxRows, cancellation)
            + await store.DeleteIdempotencyRecords("link:", now - LinkRetention, MaxRows, cancellation)
            + await outbox.DeleteDoneBefore(now - MailRetention, cancellation)
            + await audit.DeleteBefore(now - AuditRetention, MaxRows, cancellation)
            + await DeleteSignIns(now - SignInRetention, cancellation);
        foreach (var mailbox in mailboxes)
        {
            cleaned += await mailbox.DeleteBefore(now - MailRetention, MaxRows, cancellation);
        }

        return cleaned;
    }

    /// <summary>Each person's newest sign-in link, long expired; each value begins with when it was mailed.</summary>
    async Task<int> DeleteSignIns(Instant before, CancellationToken cancellation)
    {
        var forgotten = 0;
        foreach (var (key, value) in await settings.List("sign-in:", cancellation))
        {
            if (InstantPattern.General.Parse(value.Split(' ')[0]) is not { Success: true, Value: var at } || at < before)
            {
                await settings.Remove(key, cancellation);
                forgotten++;
            }
        }

        return forgotten;
    }
}
