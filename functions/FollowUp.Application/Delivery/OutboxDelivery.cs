using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Delivery;

/// <summary>
/// Sends the messages of a project's outbox. A message is marked before and after it is sent: it is sent at least once, and a repeat has the same
/// id. It is dropped when the project as it is now makes it obsolete. Thread-safe; two concurrent calls for one message may both send it.
/// </summary>
public sealed partial class OutboxDelivery(
    IProjectStore store, IDirectory directory, IMailWriter writer, IMailSender mail, IWebhookSender webhooks, BounceHandler bounces,
    CommonMails commonMails, PersonLoader persons, TimeProvider time)
{
    Instant Now => time.GetCurrentInstant();

    /// <summary>Sends the messages of a project that are due, oldest first.</summary>
    /// <returns>How many were sent.</returns>
    /// <remarks>It throws what <see cref="Deliver(string, string, CancellationToken)"/> throws; later messages are then left for the next call.</remarks>
    public async Task<int> DeliverDue(string projectId, CancellationToken cancellation = default)
    {
        var sent = 0;
        foreach (var entry in await store.LoadMessages(projectId, pendingOnly: true, cancellation))
        {
            if (entry.DueAt <= Now && await Deliver(entry, cancellation))
            {
                sent++;
            }
        }

        return sent;
    }

    /// <summary>Sends one message if it is pending and due.</summary>
    /// <returns>True when it was sent; false when it was not due, was postponed or was dropped.</returns>
    /// <exception cref="DeliveryRejectedException">The service rejected it. The time of the next attempt is stored.</exception>
    /// <exception cref="OperationCanceledException">Cancelled. The message stays pending; it may have been sent.</exception>
    /// <remarks>Any other exception of a sender passes through too, after the time of the next attempt is stored.</remarks>
    public async Task<bool> Deliver(string projectId, string messageId, CancellationToken cancellation = default) =>
        await store.FindMessage(projectId, messageId, cancellation) is { IsPending: true } entry
        && entry.DueAt <= Now
        && await Deliver(entry, cancellation);

    async Task<bool> Deliver(OutboxEntry entry, CancellationToken cancellation)
    {
        if (await store.Load(entry.Message.ProjectId, cancellation) is not { Project: var project })
        {
            return false;
        }

        if (MessagePolicy.GetHeldUntil(project, entry.Message, Now) is { } heldUntil)
        {
            await store.UpdateMessage(entry with { State = MessageState.Pending, DueAt = heldUntil, Note = DeliveryNotes.MayBeUndone }, cancellation);
            return false;
        }

        // What the person withdrew or objected to on another project counts for what is queued here, before this project looks again.
        var person = entry.Message.To == RecipientKind.Client && !project.Erased ? await persons.Load(project.ClientId, cancellation) : null;
        if (person is not null)
        {
            project = PersonRules.WithCurrentContact(person, project, Now);
        }

        if (MessagePolicy.GetObsoleteReason(project, entry.Message) is { } reason)
        {
            return await Drop(entry, reason, cancellation);
        }

        var parts = ImmutableArray<CommonMailPart>.Empty;
        switch (person is not null && MessagePolicy.TakesDay(entry.Message)
            ? await commonMails.GetTurn(project, person, entry, Now, cancellation) : null)
        {
            case UnaskedMailTurn.Later later:
                await store.UpdateMessage(entry with { State = MessageState.Pending, DueAt = later.At, Note = later.Note }, cancellation);
                return false;
            case UnaskedMailTurn.Told:
                await store.UpdateMessage(entry with { State = MessageState.Sent, DueAt = Now, Note = DeliveryNotes.InCommonMail }, cancellation);
                return true;
            case UnaskedMailTurn.Send send:
                parts = send.Parts;
                break;
        }

        var sending = entry with { State = MessageState.Sending, Attempts = entry.Attempts + 1 };
        await store.UpdateMessage(sending, cancellation);
        OutgoingMail? left = null;
        switch (await SendResult.Try(() => Send(project, entry.Message, parts, outgoing => left = outgoing, cancellation), () => Now, cancellation))
        {
            case SendResult.Sent:
                await MarkSent(sending with { State = MessageState.Sent, DueAt = Now, Note = null }, left);
                await commonMails.MarkTold(parts, Now);
                return true;
            case SendResult.Undeliverable undeliverable:
                return await Drop(sending, undeliverable.Note, cancellation);
            case SendResult.Throttled throttled:
                await store.UpdateMessage(
                    sending with { State = MessageState.Pending, DueAt = throttled.RetryAt, Attempts = entry.Attempts, Note = DeliveryNotes.Throttled },
                    cancellation);
                return false;
            case SendResult.Failed failed:
                await store.UpdateMessage(
                    sending with { State = MessageState.Pending, DueAt = Now + RetryDelay.ForAttempt(sending.Attempts), Note = failed.Note },
                    cancellation);
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failed.Exception);
                return false;
            case var other:
                throw new UnreachableException($"No rule for {other.GetType().Name}.");
        }
    }

    /// <summary>Not cancelled: a message that was sent and not marked is sent again.</summary>
    async ValueTask MarkSent(OutboxEntry sent, OutgoingMail? mail)
    {
        if (mail is null)
        {
            await store.UpdateMessage(sent, CancellationToken.None);
            return;
        }

        await store.MarkSent(
            sent, new SentMail(sent.Message.Id, sent.DueAt, mail.To, mail.Subject, LinkToken().Replace(mail.Text, "…")), CancellationToken.None);
    }

    /// <summary>What follows <c>/l/</c> in the address of a link: whoever holds it may answer for the recipient.</summary>
    [GeneratedRegex(@"(?<=/l/)[^\s/?#>)]+", RegexOptions.CultureInvariant)]
    private static partial Regex LinkToken();

    /// <param name="written">Receives a mail before it is sent.</param>
    /// <returns>Null when the message was sent, otherwise why nothing can be sent.</returns>
    Task<string?> Send(
        Project project, OutboxMessage message, ImmutableArray<CommonMailPart> parts, Action<OutgoingMail> written, CancellationToken cancellation) =>
        message.Kind == MessageKind.Webhook ? SendWebhook(project, message, cancellation) : SendMail(project, message, parts, written, cancellation);

    async Task<string?> SendWebhook(Project project, OutboxMessage message, CancellationToken cancellation)
    {
        if (!webhooks.IsConfigured)
        {
            return DeliveryNotes.NoWebhookTarget;
        }

        await webhooks.Send(message.Id, WebhookJson.Write(project.GetVisible(Now), message), Now, cancellation);
        return null;
    }

    async Task<string?> SendMail(
        Project project, OutboxMessage message, ImmutableArray<CommonMailPart> parts, Action<OutgoingMail> written, CancellationToken cancellation)
    {
        var request = (await LoadMailRequest(project, message, cancellation)) with { Parts = parts };
        if (await writer.Write(request, cancellation) is not { } outgoing)
        {
            return DeliveryNotes.NoAddress;
        }

        written(outgoing);
        return await MailDispatcher.Send(mail, bounces, outgoing with { Kind = message.Kind }, Now, cancellation);
    }

    async Task<MailRequest> LoadMailRequest(Project project, OutboxMessage message, CancellationToken cancellation)
    {
        var cause = await FindEvent(project.Id, message.CausedBy, cancellation);
        var text = cause is not null && EventText.Find(cause.Event) is { Key: { } key }
            ? (await store.LoadPersonalTexts(project.Id, cancellation)).GetValueOrDefault(key)
            : null;
        var inCharge = project.InCharge is { } id ? await directory.FindStaff(id, cancellation) : null;
        return new MailRequest(
            message,
            project,
            await store.LoadDossier(project.Id, cancellation),
            cause,
            inCharge,

            // A mail to a person who left goes to the person in charge now.
            message is { To: RecipientKind.Staff, Recipient: { } staff } ? await directory.FindStaff(staff, cancellation) ?? FindSuccessor(staff, inCharge) : null,
            message is { To: RecipientKind.Provider, Recipient: { } provider } ? await directory.FindProvider(provider, cancellation) : null,
            text,
            Now);
    }

    /// <returns>Null for the manager, whom the writer of mails finds.</returns>
    static Staff? FindSuccessor(string recipient, Staff? inCharge) => recipient == NextAction.ByManager ? null : inCharge;

    async Task<RecordedEvent?> FindEvent(string projectId, long seq, CancellationToken cancellation) =>
        await store.LoadEntries(projectId, seq, seq, cancellation) is [var entry] ? TimelineJson.Read(entry.Json) : null;

    async Task<bool> Drop(OutboxEntry entry, string note, CancellationToken cancellation)
    {
        await store.UpdateMessage(entry with { State = MessageState.Dropped, DueAt = Now, Note = note }, cancellation);
        return false;
    }
}
