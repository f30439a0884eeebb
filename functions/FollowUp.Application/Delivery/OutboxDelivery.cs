using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Application.Shared;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>
/// Carries owed messages out: each is marked before and after, so that it leaves at least once, by an id that makes a repeat
/// recognisable; and each is held against the project as it now stands, so that what was overtaken does not leave at all.
/// </summary>
public sealed class OutboxDelivery(
    IProjectStore store, IDirectory directory, IMailWriter writer, IMailSender mail, IWebhookSender webhooks, BounceHandler refusals,
    TimeProvider time)
{
    /// <summary>Delivers every message of a project that is due.</summary>
    /// <returns>How many left.</returns>
    public async Task<int> DeliverDue(string projectId, CancellationToken cancellation = default)
    {
        var left = 0;
        foreach (var entry in await store.LoadMessages(projectId, pendingOnly: true, cancellation))
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
        await store.UpdateMessage(entry, cancellation);
        try
        {
            var sent = message.Kind == MessageKind.Webhook
                ? await SendWebhook(stored.Project, message, cancellation)
                : await SendMail(stored.Project, message, cancellation);
            if (sent is { } reason)
            {
                return await Drop(entry, reason, cancellation);
            }
        }
        catch (ThrottledException busy)
        {
            await store.UpdateMessage(
                entry with { State = MessageState.Pending, DueAt = busy.GetRetryAt(Now), Attempts = entry.Attempts - 1, Note = "courier-busy" },
                cancellation);
            return false;
        }
        catch (Exception failure) when (!cancellation.Caused(failure))
        {
            var note = (failure as DeliveryRejectedException)?.Code ?? failure.GetType().Name;
            await store.UpdateMessage(
                entry with { State = MessageState.Pending, DueAt = Now + RetryDelay.ForAttempt(entry.Attempts), Note = note }, cancellation);
            throw;
        }

        // Whoever is told to stop now still writes down that it left, or it leaves again.
        await store.UpdateMessage(entry with { State = MessageState.Sent, DueAt = Now, Note = null }, CancellationToken.None);
        return true;
    }

    /// <summary>Null when it left; else why it could not.</summary>
    async Task<string?> SendWebhook(Project project, OutboxMessage message, CancellationToken cancellation)
    {
        if (!webhooks.IsConfigured)
        {
            return "no-webhook-target";
        }

        await webhooks.Send(message.Id, WebhookJson.Write(project, message), Now, cancellation);
        return null;
    }

    async Task<string?> SendMail(Project project, OutboxMessage message, CancellationToken cancellation)
    {
        var letter = await LoadMailRequest(project, message, cancellation);
        if (await writer.Write(letter, cancellation) is not { } outgoing)
        {
            return "no-address";
        }

        try
        {
            await mail.Send(outgoing with { Kind = message.Kind }, Now, cancellation);
            return null;
        }
        catch (AddressRejectedException)
        {
            // Told first: whoever is killed in between hears the same refusal again.
            await refusals.Handle(outgoing.To, complaint: false, cancellation);
            return "address-refused";
        }
    }

    async Task<MailRequest> LoadMailRequest(Project project, OutboxMessage message, CancellationToken cancellation)
    {
        RecordedEvent? cause = null;
        await foreach (var e in store.ReadTimeline(project.Id, cancellation))
        {
            if (e.Seq == message.CausedBy)
            {
                cause = TimelineJson.Read(e.Json);
                break;
            }
        }

        var words = cause is not null && PersonalTextExtractor.FindText(cause.Event) is { Key: { } key }
            ? (await store.LoadPersonalTexts(project.Id, cancellation)).GetValueOrDefault(key)
            : null;
        return new MailRequest(
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
        await store.UpdateMessage(entry with { State = MessageState.Dropped, DueAt = Now, Note = why }, cancellation);
        return false;
    }

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());
}
