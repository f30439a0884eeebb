using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Delivery;

/// <summary>
/// Sends the mails of the <see cref="DepartmentOutbox"/>. A worker leases a mail before it sends it, so that no two workers send it at once. After
/// a crash the lease runs out, and another worker sends the mail under the same id.
/// </summary>
public sealed class DepartmentDelivery(
    DepartmentOutbox outbox, IDepartmentMailWriter writer, IMailSender sender, BounceHandler bounces, TimeProvider time)
{
    /// <summary>Longer than an attempt to send takes.</summary>
    static readonly Duration Lease = Duration.FromMinutes(15);

    Instant Now => time.GetCurrentInstant();

    /// <summary>Tries every mail that is due. A mail that fails gets a time for its next attempt.</summary>
    /// <returns>For the log: id and failure of each mail that failed; no personal data.</returns>
    public async Task<ImmutableArray<string>> DeliverDue(CancellationToken cancellation = default)
    {
        var failures = ImmutableArray.CreateBuilder<string>();

        // Somebody waits for a sign-in mail in front of the screen.
        foreach (var entry in (await outbox.GetPending(cancellation)).OrderBy(entry => entry.Mail.Kind != DepartmentMailKind.SignIn))
        {
            if (entry.DueAt <= Now && await Deliver(entry, cancellation) is { } failure)
            {
                failures.Add($"{entry.Mail.Id}: {failure}");
            }
        }

        return failures.ToImmutable();
    }

    /// <summary>When the next mail is due; null when none waits.</summary>
    public async ValueTask<Instant?> GetNextDue(CancellationToken cancellation = default) =>
        (await outbox.GetPending(cancellation)) is [var first, ..] ? first.DueAt : null;

    /// <returns>The failure; null when the mail was sent, dropped, postponed or taken by another worker.</returns>
    async Task<string?> Deliver(DepartmentMailEntry entry, CancellationToken cancellation)
    {
        var leased = entry with { DueAt = Now + Lease, Attempts = entry.Attempts + 1 };
        if (!await outbox.TryUpdate(entry, leased, cancellation))
        {
            return null;
        }

        switch (await SendResult.Try(() => Send(leased.Mail, cancellation), () => Now, cancellation))
        {
            case SendResult.Throttled throttled:
                await outbox.TryUpdate(
                    leased, leased with { DueAt = throttled.RetryAt, Attempts = entry.Attempts, Note = DeliveryNotes.Throttled }, cancellation);
                return null;
            case SendResult.Failed failed:
                await outbox.TryUpdate(
                    leased, leased with { DueAt = Now + RetryDelay.ForAttempt(leased.Attempts), Note = failed.Note }, cancellation);
                return failed.Note;
            case SendResult.Sent:
                // Not cancelled: a mail that was sent and not marked is sent again.
                await outbox.Complete(leased.Mail, Now, sent: true, CancellationToken.None);
                return null;
            case SendResult.Undeliverable:
                await outbox.Complete(leased.Mail, Now, sent: false, CancellationToken.None);
                return null;
            case var other:
                throw new UnreachableException($"No rule for {other.GetType().Name}.");
        }
    }

    /// <returns>Null when the mail was sent, otherwise why there is nothing to send.</returns>
    async Task<string?> Send(DepartmentMail mail, CancellationToken cancellation) =>
        !await outbox.IsDone(mail, cancellation) && await writer.Write(mail, cancellation) is { } outgoing
            ? await MailDispatcher.Send(sender, bounces, outgoing, Now, cancellation)
            : DeliveryNotes.NoAddress;
}
