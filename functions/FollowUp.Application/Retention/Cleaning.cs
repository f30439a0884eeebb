using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application;

/// <summary>
/// Takes away rows that have no more use. A project's own mails and timeline stay as long as the person does; who read what stays as long
/// as a person's data may.
/// </summary>
public sealed class Cleaning(
    IProjectStore store, DepartmentOutbox outbox, ISettings settings, IAuditLog audit, IEnumerable<IMailbox> mailboxes)
{
    /// <summary>At a time, and so at most in one night of each kind.</summary>
    const int AtMost = 10_000;

    /// <summary>A caller who was not answered asks again within days.</summary>
    public static readonly Duration Keys = Duration.FromDays(90);

    /// <summary>A link lives for a year at most, and tells for as long what was answered by it.</summary>
    static readonly Duration Links = Duration.FromDays(400);

    static readonly Duration Mails = Duration.FromDays(90);
    static readonly Duration SignIns = Duration.FromDays(1);
    static readonly Duration Audit = Duration.FromDays(365 * Retention.YearsKept);

    /// <returns>How many rows went.</returns>
    public async Task<int> Clean(Instant now, CancellationToken cancellation = default)
    {
        var cleaned = await store.ForgetExpiredReceipts(now, AtMost, cancellation)
            // Receipts of earlier versions have no expiry of their own.
            + await store.ForgetReceipts("api.", now - Keys, AtMost, cancellation)
            + await store.ForgetReceipts("link:", now - Links, AtMost, cancellation)
            + await outbox.Forget(now - Mails, cancellation)
            + await audit.Forget(now - Audit, AtMost, cancellation)
            + await ForgetSignIns(now - SignIns, cancellation);
        foreach (var mailbox in mailboxes)
        {
            cleaned += await mailbox.Forget(now - Mails, AtMost, cancellation);
        }

        return cleaned;
    }

    /// <summary>Each person's newest sign-in link, long expired; each value begins with when it was mailed.</summary>
    async Task<int> ForgetSignIns(Instant before, CancellationToken cancellation)
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
