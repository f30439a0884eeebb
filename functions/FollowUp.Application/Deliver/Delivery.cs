using FollowUp.Application.Json;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application;

/// <summary>
/// Carries owed messages out: each is marked before and after, so that it leaves at least once, by an id that makes a repeat
/// recognisable; and each is held against the project as it now stands, so that what was overtaken does not leave at all.
/// </summary>
public sealed class Delivery(
    IProjectStore store, IDirectory directory, IMailWriter writer, IMailCourier mail, IWebhookCourier webhooks, MailRefusals refusals,
    TimeProvider time)
{
    /// <summary>Delivers every message of a project that is due.</summary>
    /// <returns>How many left.</returns>
    public async Task<int> DeliverDue(string projectId, CancellationToken cancellation = default)
    {
        var left = 0;
        foreach (var entry in await store.Messages(projectId, pendingOnly: true, cancellation))
        {
            if (entry.DueAt <= Now && await Deliver(entry, cancellation))
            {
                left++;
            }
        }

        return left;
    }

    /// <summary>Delivers one message. A courier's failure is written down with the time of the next try, and thrown on.</summary>
    /// <returns>True when it left; false when it was no longer owed or not yet due.</returns>
    public async Task<bool> Deliver(string projectId, string messageId, CancellationToken cancellation = default) =>
        await store.FindMessage(projectId, messageId, cancellation) is { IsPending: true } entry
        && entry.DueAt <= Now
        && await Deliver(entry, cancellation);

    async Task<bool> Deliver(OutboxEntry entry, CancellationToken cancellation)
    {
        var message = entry.Message;
        if (await store.Load(message.ProjectId, cancellation) is not { } stored)
        {
            return false;
        }

        if (MessagePolicy.GetObsoleteReason(stored.Project, message) is { } overtaken)
        {
            return await Drop(entry, overtaken, cancellation);
        }

        entry = entry with { State = MessageState.Sending, Attempts = entry.Attempts + 1 };
        await store.Mark(entry, cancellation);
        try
        {
            var sent = message.Kind == MessageKind.Webhook
                ? await Tell(stored.Project, message, cancellation)
                : await Mail(stored.Project, message, cancellation);
            if (sent is { } reason)
            {
                return await Drop(entry, reason, cancellation);
            }
        }
        catch (CourierBusyException busy)
        {
            await store.Mark(
                entry with { State = MessageState.Pending, DueAt = busy.AskAgainAt(Now), Attempts = entry.Attempts - 1, Note = "courier-busy" },
                cancellation);
            return false;
        }
        catch (Exception failure) when (!cancellation.Ends(failure))
        {
            var note = (failure as CourierRefusedException)?.Code ?? failure.GetType().Name;
            await store.Mark(
                entry with { State = MessageState.Pending, DueAt = Now + Retry.After(entry.Attempts), Note = note }, cancellation);
            throw;
        }

        // Whoever is told to stop now still writes down that it left, or it leaves again.
        await store.Mark(entry with { State = MessageState.Sent, DueAt = Now, Note = null }, CancellationToken.None);
        return true;
    }

    /// <summary>Null when it left; else why it could not.</summary>
    async Task<string?> Tell(Project project, OutboxMessage message, CancellationToken cancellation)
    {
        if (!webhooks.IsConfigured)
        {
            return "no-webhook-target";
        }

        await webhooks.Send(message.Id, WebhookJson.Write(project, message), Now, cancellation);
        return null;
    }

    async Task<string?> Mail(Project project, OutboxMessage message, CancellationToken cancellation)
    {
        var letter = await Letter(project, message, cancellation);
        if (await writer.Write(letter, cancellation) is not { } outgoing)
        {
            return "no-address";
        }

        try
        {
            await mail.Send(outgoing with { Kind = message.Kind }, Now, cancellation);
            return null;
        }
        catch (AddressRefusedException)
        {
            // Told first: whoever is killed in between hears the same refusal again.
            await refusals.Report(outgoing.To, complaint: false, cancellation);
            return "address-refused";
        }
    }

    async Task<Letter> Letter(Project project, OutboxMessage message, CancellationToken cancellation)
    {
        RecordedEvent? cause = null;
        await foreach (var e in store.Timeline(project.Id, cancellation))
        {
            if (e.Seq == message.CausedBy)
            {
                cause = TimelineJson.Read(e.Json);
                break;
            }
        }

        var words = cause is not null && Filing.WordsOf(cause.Event) is { Key: { } key }
            ? (await store.LoadWords(project.Id, cancellation)).GetValueOrDefault(key)
            : null;
        return new Letter(
            message,
            project,
            await store.LoadDossier(project.Id, cancellation),
            cause,
            project.InCharge is { } inCharge ? await directory.FindStaff(inCharge, cancellation) : null,
            message is { To: RecipientKind.Staff, Recipient: { } staff } ? await directory.FindStaff(staff, cancellation) : null,
            message is { To: RecipientKind.Provider, Recipient: { } provider } ? await directory.FindProvider(provider, cancellation) : null,
            words,
            Now);
    }

    async Task<bool> Drop(OutboxEntry entry, string why, CancellationToken cancellation)
    {
        await store.Mark(entry with { State = MessageState.Dropped, DueAt = Now, Note = why }, cancellation);
        return false;
    }

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());
}
