using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Delivery;

/// <summary>
/// Sends the messages of a project's outbox. A message is marked after it is sent: it is sent at least once, and a repeat has the same id. It is dropped
/// when the project as it is now makes it obsolete. Thread-safe; two concurrent calls for one message may both send it.
/// </summary>
public sealed partial class OutboxDelivery(
    IProjectStore store, IDirectory directory, IMailWriter writer, IMailSender mail, IWebhookSender webhooks, BounceHandler bounces,
    CommonMails commonMails, PersonLoader persons, TimeProvider time)
{
    /// <summary>How long the project counts as it was loaded. A slow sender can take longer, and the project may have changed since.</summary>
    static readonly TimeSpan ReloadAfter = TimeSpan.FromSeconds(1);

    Instant Now => time.GetCurrentInstant();

    /// <summary>Sends the messages of a project that are due.</summary>
    /// <returns>How many were sent.</returns>
    /// <exception cref="DeliveryRejectedException">The service rejected one. The time of the next attempt is stored.</exception>
    /// <exception cref="OperationCanceledException">Cancelled. What was not marked stays pending; one of them may have been sent.</exception>
    /// <remarks>All due messages are tried first. Any other exception of a sender passes through too, after the time of the next attempt is stored.</remarks>
    public Task<int> DeliverDue(string projectId, CancellationToken cancellation = default) => DeliverDue(projectId, _ => true, cancellation);

    /// <summary>Sends the due ones of the messages in hand: webhooks first, as their marks are written with that of the mail that follows.</summary>
    /// <param name="work">The project and its pending messages, as just loaded or committed.</param>
    /// <param name="cancellation">Starts no further message.</param>
    /// <exception cref="OperationCanceledException">Cancelled. What was not marked stays pending; one of them may have been sent.</exception>
    public async Task<DeliveryRound> DeliverDue(ProjectWork work, CancellationToken cancellation = default)
    {
        var now = Now;
        var due = work.Messages.Where(entry => entry.DueAt <= now).OrderBy(entry => entry.Message.Kind == MessageKind.Webhook ? 0 : 1).ToList();
        var left = work.Messages.ToDictionary(entry => entry.Message.Id);
        var failures = ImmutableArray.CreateBuilder<Exception>();
        var marks = ImmutableArray.CreateBuilder<MessageUpdate>();
        var (sent, stored, loadedAt) = (0, work.Stored, TimeProvider.System.GetTimestamp());
        try
        {
            foreach (var entry in due)
            {
                cancellation.ThrowIfCancellationRequested();
                if (TimeProvider.System.GetElapsedTime(loadedAt) > ReloadAfter && await store.Load(work.Project.Id, cancellation) is { } current)
                {
                    (stored, loadedAt) = (current, TimeProvider.System.GetTimestamp());
                }

                var attempt = await Try(stored, entry, cancellation);
                left[entry.Message.Id] = attempt.Mark.After;
                marks.Add(attempt.Mark);
                sent += attempt.IsSent ? 1 : 0;
                if (attempt.Failure is { } failure)
                {
                    failures.Add(failure);
                }

                if (entry.Message.Kind != MessageKind.Webhook)
                {
                    await Mark(marks);
                    await commonMails.MarkTold(attempt.Parts, Now);
                }
            }
        }
        finally
        {
            await Mark(marks);
        }

        return new DeliveryRound(sent, [.. work.Messages.Select(entry => left[entry.Message.Id]).Where(entry => entry.IsPending)], failures.ToImmutable());
    }

    /// <summary>Sends one message if it is pending and due.</summary>
    /// <returns>True when it was sent; false when it was not due, was postponed or was dropped.</returns>
    /// <inheritdoc cref="DeliverDue(string, CancellationToken)" path="/exception"/>
    public async Task<bool> Deliver(string projectId, string messageId, CancellationToken cancellation = default) =>
        await DeliverDue(projectId, entry => entry.Message.Id == messageId, cancellation) > 0;

    /// <returns>How many were sent.</returns>
    async Task<int> DeliverDue(string projectId, Func<OutboxEntry, bool> isChosen, CancellationToken cancellation)
    {
        if (await store.LoadWork(projectId, cancellation) is not { } work)
        {
            return 0;
        }

        var round = await DeliverDue(work with { Messages = [.. work.Messages.Where(isChosen)] }, cancellation);
        if (!round.Failures.IsEmpty)
        {
            ExceptionDispatchInfo.Throw(round.Failures[0]);
        }

        return round.Sent;
    }

    /// <summary>Not cancelled: a message that was sent and not marked is sent again.</summary>
    async ValueTask Mark(ImmutableArray<MessageUpdate>.Builder marks)
    {
        if (marks.Count > 0)
        {
            var taken = marks.ToImmutable();
            marks.Clear();
            await store.UpdateMessages(taken, CancellationToken.None);
        }
    }

    async Task<Attempt> Try(StoredProject stored, OutboxEntry entry, CancellationToken cancellation)
    {
        var project = stored.Project;
        if (MessagePolicy.GetHeldUntil(project, entry.Message, Now) is { } heldUntil)
        {
            return Attempt.Later(entry, heldUntil, DeliveryNotes.MayBeUndone);
        }

        // What the person withdrew or objected to on another project counts for what is queued here, before this project looks again.
        var person = entry.Message.To == RecipientKind.Client && !project.Erased ? await LoadPerson(stored, entry.Message, cancellation) : null;
        if (person is not null)
        {
            project = PersonRules.WithCurrentContact(person, project, Now);
        }

        if (MessagePolicy.GetObsoleteReason(project, entry.Message) is { } reason)
        {
            return Attempt.Drop(entry, reason, Now);
        }

        var parts = ImmutableArray<CommonMailPart>.Empty;
        switch (person is not null && MessagePolicy.TakesDay(entry.Message)
            ? await commonMails.GetTurn(project, person, entry, Now, cancellation) : null)
        {
            case UnaskedMailTurn.Later later:
                return Attempt.Later(entry, later.At, later.Note);
            case UnaskedMailTurn.Told:
                return new Attempt(new(entry, entry with { State = MessageState.Sent, DueAt = Now, Note = DeliveryNotes.InCommonMail })) { IsSent = true };
            case UnaskedMailTurn.Send send:
                parts = send.Parts;
                break;
        }

        OutgoingMail? left = null;
        var tried = entry with { Attempts = entry.Attempts + 1 };
        return await SendResult.Try(() => Send(project, entry.Message, parts, outgoing => left = outgoing, cancellation), () => Now, cancellation) switch
        {
            SendResult.Sent => CreateSent(entry, tried, left, parts),
            SendResult.Undeliverable undeliverable => Attempt.Drop(tried, undeliverable.Note, Now),
            SendResult.Throttled throttled => Attempt.Later(entry, throttled.RetryAt, DeliveryNotes.Throttled),
            SendResult.Failed failed => Attempt.Later(tried, Now + RetryDelay.ForAttempt(tried.Attempts), failed.Note, entry) with { Failure = failed.Exception },
            var other => throw new UnreachableException($"No rule for {other.GetType().Name}."),
        };
    }

    Attempt CreateSent(OutboxEntry entry, OutboxEntry tried, OutgoingMail? left, ImmutableArray<CommonMailPart> parts)
    {
        var now = Now;
        var kept = left is null ? null : new SentMail(entry.Message.Id, now, left.To, left.Subject, LinkToken().Replace(left.Text, "…"));
        return new Attempt(new(entry, tried with { State = MessageState.Sent, DueAt = now, Note = null }, kept)) { IsSent = true, Parts = parts };
    }

    /// <summary>
    /// The person as they are now. The receipt of a submission that is seconds old needs no look beyond the record that came with it, unless the person
    /// has other projects.
    /// </summary>
    async ValueTask<Person> LoadPerson(StoredProject stored, OutboxMessage message, CancellationToken cancellation) =>
        stored.Person is { } known && (!stored.IsPersonRecent || (message.Kind == MessageKind.Receipt && known.Projects.Length <= 1))
            ? known
            : await persons.Load(stored.Project.ClientId, cancellation);

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
        var source = await store.LoadMailSource(project.Id, message.CausedBy, withTexts: MayQuote(message), cancellation);
        var cause = source.Cause is { } entry ? TimelineJson.Read(entry.Json) : null;
        var text = cause is not null && EventText.Find(cause.Event) is { Key: { } key }
            ? (MayQuote(message) ? source.Texts : await store.LoadPersonalTexts(project.Id, cancellation)).GetValueOrDefault(key)
            : null;
        var inCharge = project.InCharge is { } id ? await directory.FindStaff(id, cancellation) : null;
        return new MailRequest(
            message,
            project,
            source.Dossier,
            cause,
            inCharge,

            // A mail to a staff member who left goes to the staff member in charge now.
            message is { To: RecipientKind.Staff, Recipient: { } staff } ? await directory.FindStaff(staff, cancellation) ?? FindSuccessor(staff, inCharge) : null,
            message is { To: RecipientKind.Provider, Recipient: { } provider } ? await directory.FindProvider(provider, cancellation) : null,
            text,
            Now);
    }

    /// <summary>Staff and providers read what clients and colleagues wrote; of the mails to clients, one does.</summary>
    static bool MayQuote(OutboxMessage message) => message.To != RecipientKind.Client || message.Kind == MessageKind.WrittenToClient;

    /// <returns>Null for the manager, whom the writer of mails finds.</returns>
    static Staff? FindSuccessor(string recipient, Staff? inCharge) => recipient == NextAction.ByManager ? null : inCharge;

    /// <summary>The outcome of one message.</summary>
    /// <param name="Mark">What is to be stored.</param>
    sealed record Attempt(MessageUpdate Mark)
    {
        public bool IsSent { get; init; }

        public Exception? Failure { get; init; }

        /// <summary>The messages of other projects that the mail told too.</summary>
        public ImmutableArray<CommonMailPart> Parts { get; init; } = [];

        public static Attempt Later(OutboxEntry entry, Instant at, string? note, OutboxEntry? before = null) =>
            new(new MessageUpdate(before ?? entry, entry with { State = MessageState.Pending, DueAt = at, Note = note }));

        public static Attempt Drop(OutboxEntry entry, string note, Instant now) =>
            new(new MessageUpdate(entry, entry with { State = MessageState.Dropped, DueAt = now, Note = note }));
    }
}
