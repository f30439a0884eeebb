using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Outbox;

/// <summary>Which messages the events of a decision cause, and whether a message is still to be sent.</summary>
public static partial class MessagePolicy
{
    /// <summary>The messages that events cause. It is pure: the same events give the same messages with the same ids.</summary>
    /// <param name="after">The project after the events.</param>
    /// <param name="events">The events of one decision, oldest first.</param>
    /// <param name="policy">The policy of the decision.</param>
    public static ImmutableArray<OutboxMessage> CreateMessages(Project after, ImmutableArray<RecordedEvent> events, Policy policy)
    {
        var messages = ImmutableArray.CreateBuilder<OutboxMessage>(0);
        foreach (var recorded in events)
        {
            var factory = new MessageFactory(after, recorded, policy);
            foreach (var message in CreateMessages(factory, recorded.Event, after))
            {
                if (HasRecipient(message, after, policy))
                {
                    messages.Add(message);
                }
            }

            if (policy.TellsChosen)
            {
                messages.AddRange(CreateChosenWebhooks(factory, recorded, after).Where(m => policy.Tells(m.Event!.Value)));
            }
        }

        return messages.DrainToImmutable();
    }

    /// <summary>
    /// Whether a message is one that the department sends to a client unasked: of these a person gets one a day over all their projects. What answers an
    /// act of the person does not count.
    /// </summary>
    public static bool IsUnasked(MessageKind kind) => kind is MessageKind.TriedToReachYou or MessageKind.RelaunchFirst or MessageKind.RelaunchLater
        or MessageKind.RelaunchAfterSnooze or MessageKind.Warning or MessageKind.LightMail;

    /// <summary>
    /// Whether a message takes the day of an unasked mail. A mail that asks for the right number does not: the call that found it wrong was about a request
    /// of the person.
    /// </summary>
    public static bool TakesDay(OutboxMessage message) => IsUnasked(message.Kind)
        && message is not { Kind: MessageKind.TriedToReachYou, Number: MessageFactory.NumberTone or MessageFactory.LastNumberTone };

    static bool HasRecipient(OutboxMessage message, Project after, Policy policy) => message.To switch
    {
        RecipientKind.Client => after.Contact.MayMail,
        RecipientKind.Website => policy.TellsWebsite,
        RecipientKind.Staff or RecipientKind.Provider => true,
        _ => throw new UnreachableException($"No rule for {message.To}."),
    };

    static OutboxMessage[] CreateMessages(MessageFactory factory, Event @event, Project after) => @event switch
    {
        ProjectSubmitted e => OnSubmitted(factory, e),
        CallMissed { MailFollows: true } e => [factory.ToClient(MessageKind.TriedToReachYou, factory.GetTone(e.Attempt), factory.Hold)],
        AttemptMailed e => [factory.ToClient(MessageKind.TriedToReachYou, factory.GetTone(e.Attempt))],
        NumberAsked e => [factory.ToClient(MessageKind.TriedToReachYou, e.Last ? MessageFactory.LastNumberTone : MessageFactory.NumberTone, factory.Hold)],
        InformationRequested => [factory.ToClient(MessageKind.MissingInformation, after: factory.Hold)],
        MailWritten => [factory.ToClientAtOnce(MessageKind.WrittenToClient, factory.Hold)],
        AppointmentMissed { MailFollows: true } => [factory.ToClient(MessageKind.AppointmentMissed)],
        CallAgreed => [factory.ToClientAtOnce(MessageKind.CallAgreed)],

        RelaunchMailed e => [factory.ToClientWithJitter(ToMessageKind(e.Kind), e.Number)],
        LightMailSent e => [factory.ToClientWithJitter(MessageKind.LightMail, e.Quarter)],
        ApprovalAsked => factory.CreateStaffRequest(MessageKind.ApprovalRequest, after.InCharge, null, factory.AfterWorkingDays(3), factory.AfterWorkingDays(7)),
        ReopeningAsked => factory.CreateStaffRequest(
            MessageKind.ReopeningRequest, after.InCharge, null, factory.AfterWorkingDays(1), factory.AfterWorkingDays(3)),
        ClientReplied => [factory.ToStaff(MessageKind.ReplyReceived, after.InCharge)],
        ClosingUndone { ByAnswer: true } => [factory.ToStaff(MessageKind.ClosingTakenBack, after.InCharge)],

        GoodChancesAsked e => factory.CreateStaffRequest(
            MessageKind.GoodChancesRequest, after.InCharge, e.Provider, factory.AfterWorkingDays(1), factory.AfterWorkingDays(3)),
        GoodChancesSent e => [factory.ToProvider(MessageKind.GoodChances, e.Provider, e.Provider)],
        QuestionAsked e => factory.CreateQuestion(e, after.InCharge),
        ProviderHandedOver e => factory.CreateHandOver(e, after.InCharge),
        QuestionAnswered e => [factory.ToProvider(MessageKind.QuestionAnswered, e.Provider, e.Question)],
        CoordinatorAssigned { ByAssignment: false } e => [factory.ToStaff(MessageKind.HandOver, e.Coordinator)],

        // The absence of a coordinator concerns many projects at once, so a stand-in reads of them in the morning digest and gets no mail each.
        // Several projects of one absence are asked for by one mail of the department.
        TakeOverAsked { Mail: null } e => factory.CreateStaffRequest(MessageKind.TakeOverRequest, e.Staff, e.Staff, factory.AfterWorkingHours(2), factory.AfterWorkingHours(4)),

        ProjectClosed e => OnClosed(factory, e, after),

        // A webhook reports the state at the moment of sending. A closing in the same decision has its own webhook, after the undo time.
        ProjectValidated when after.IsOpen => [factory.ToClient(MessageKind.Validated, after: factory.Hold), factory.ToWebsite(after: factory.Hold)],
        WentDormant or Woke or ProjectReopened or DecisionUndone when after.IsOpen => [factory.ToWebsite()],

        // The reopening was told at once. A closing that is taken back was told to nobody, so ClosingUndone tells nobody either.
        DecisionUndone => [factory.ToWebsite(MessageFactory.ClosedAgainNumber)],
        _ => [],
    };

    /// <summary>The webhooks that a department may choose to send. They tell the state at the moment of sending too.</summary>
    static IEnumerable<OutboxMessage> CreateChosenWebhooks(MessageFactory factory, RecordedEvent recorded, Project after)
    {
        switch (recorded.Event)
        {
            case CoordinatorAssigned or StandInStarted or StandInEnded or DecisionUndone when after.IsOpen:
                yield return factory.TellWebsite(WebhookEvent.Assigned);
                break;
            case ClientReached { Provider: { } provider }:
                yield return factory.TellWebsite(WebhookEvent.ProviderWanted, provider);
                break;
            case ClientAnswered { Provider: { } provider }:
                yield return factory.TellWebsite(WebhookEvent.ProviderWanted, provider);
                break;
            case ClientSignalled { Provider: { } provider }:
                yield return factory.TellWebsite(WebhookEvent.ProviderWanted, provider);
                break;
            case QuestionAnswered answered:
                yield return factory.TellWebsite(WebhookEvent.QuestionAnswered, answered.Question);
                break;
        }

        // The plan that an undo puts back is no new one, but it is another one than was told last.
        if (after.IsOpen && (recorded.Plan is not null || recorded.Event is DecisionUndone))
        {
            yield return factory.TellWebsite(WebhookEvent.NextAction);
        }
    }

    /// <summary>
    /// No receipt a day or more after the submission, as after an import, and none for a client who may not be called: their first attempt is
    /// a mail at once.
    /// </summary>
    static OutboxMessage[] OnSubmitted(MessageFactory factory, ProjectSubmitted e) =>
        e.MayCall && factory.At - e.SubmittedAt < Duration.FromDays(1) ? [factory.ToClientAtOnce(MessageKind.Receipt)] : [];

    /// <summary>The messages of a closing leave when it can no longer be undone.</summary>
    static OutboxMessage[] OnClosed(MessageFactory factory, ProjectClosed e, Project after)
    {
        MessageKind? mail = e.Outcome switch
        {
            { IsWon: true } or { Reason: DeathReason.Abandoned or DeathReason.ChoseElsewhere } => MessageKind.OutcomeThanks,
            { Reason: DeathReason.NotSerious } => MessageKind.NotSerious,

            // A client who wants no contact gets no mail, not even this one.
            { Reason: DeathReason.Duplicate or DeathReason.SuspectedBypass or DeathReason.Unreachable or DeathReason.NoSignOfLife }
                when after.Agenda.AgreedCall > factory.At => MessageKind.CallCancelled,
            _ => null,
        };
        var webhook = factory.ToWebsite(MessageFactory.ClosingNumber, Decider.UndoWithin);
        return mail is { } kind ? [factory.ToClient(kind, after: Decider.UndoWithin), webhook] : [webhook];
    }

    static MessageKind ToMessageKind(RelaunchKind kind) => kind switch
    {
        RelaunchKind.First => MessageKind.RelaunchFirst,
        RelaunchKind.Warning => MessageKind.Warning,
        RelaunchKind.AfterSnooze => MessageKind.RelaunchAfterSnooze,
        RelaunchKind.Later => MessageKind.RelaunchLater,
        _ => throw new UnreachableException($"No rule for {kind}."),
    };
}
