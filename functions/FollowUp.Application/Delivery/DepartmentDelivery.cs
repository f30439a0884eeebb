using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>
/// Carries the department's own mails out. A worker takes a mail for a while before it sends it, so that two never send the same one; one
/// that dies with it leaves it to the next, who sends it under the same id.
/// </summary>
public sealed class DepartmentDelivery(
    DepartmentOutbox outbox, IDepartmentMailWriter writer, IMailSender courier, BounceHandler refusals, TimeProvider time)
{
    /// <summary>Longer than any courier takes.</summary>
    static readonly Duration Lease = Duration.FromMinutes(15);

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Tries every mail that is due; those that are not taken are tried again later.</summary>
    /// <returns>What was not taken, by id and kind of failure, for the log.</returns>
    public async Task<ImmutableArray<string>> DeliverDue(CancellationToken cancellation = default)
    {
        var failures = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in await outbox.GetPending(cancellation))
        {
            if (entry.DueAt <= Now && await Deliver(entry, cancellation) is { } failure)
            {
                failures.Add($"{entry.Mail.Id}: {failure}");
            }
        }

        return failures.ToImmutable();
    }

    /// <summary>When the next mail is to be tried; null when none is owed.</summary>
    public async ValueTask<Instant?> GetNextDue(CancellationToken cancellation = default) =>
        (await outbox.GetPending(cancellation)) is [var first, ..] ? first.DueAt : null;

    /// <returns>Null unless the courier failed.</returns>
    async Task<string?> Deliver(DepartmentMailEntry standing, CancellationToken cancellation)
    {
        var taken = standing with { DueAt = Now + Lease, Attempts = standing.Attempts + 1 };
        if (!await outbox.TryUpdate(standing, taken, cancellation))
        {
            return null;
        }

        var left = false;
        try
        {
            left = !await outbox.IsDone(taken.Mail, cancellation) && await writer.Write(taken.Mail, cancellation) is { } mail
                && await TrySend(mail, cancellation);
        }
        catch (ThrottledException busy)
        {
            await outbox.TryUpdate(
                taken, taken with { DueAt = busy.GetRetryAt(Now), Attempts = standing.Attempts, Note = "courier-busy" }, cancellation);
            return null;
        }
        catch (Exception failure) when (!cancellation.Caused(failure))
        {
            var name = failure.GetType().Name;
            await outbox.TryUpdate(taken, taken with { DueAt = Now + RetryDelay.ForAttempt(taken.Attempts), Note = name }, cancellation);
            return name;
        }

        // Whoever is told to stop now still writes down that it left, or it leaves again.
        await outbox.Complete(taken.Mail, Now, left, CancellationToken.None);
        return null;
    }

    /// <summary>False when the address takes no mail: then there is nobody to send it to, today or ever.</summary>
    async Task<bool> TrySend(OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            await courier.Send(mail, Now, cancellation);
            return true;
        }
        catch (AddressRejectedException)
        {
            // Told first: whoever is killed in between hears the same refusal again.
            await refusals.Handle(mail.To, complaint: false, cancellation);
            return false;
        }
    }
}
