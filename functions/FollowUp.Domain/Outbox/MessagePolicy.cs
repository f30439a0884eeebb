using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Outbox;

/// <summary>What events owe to the outside, and whether it is still owed when it is about to leave.</summary>
public static partial class MessagePolicy
{
    public static ImmutableArray<OutboxMessage> CreateMessages(Project after, ImmutableArray<RecordedEvent> events, Policy policy)
    {
        var owed = ImmutableArray.CreateBuilder<OutboxMessage>();
        foreach (var recorded in events)
        {
            var from = new MessageFactory(after, recorded, policy);
            owed.AddRange(CreateMessages(from, recorded.Event, after).Where(m => HasRecipient(m, after, policy)));
        }

        return owed.ToImmutable();
    }

    static bool HasRecipient(OutboxMessage message, Project after, Policy policy) => message.To switch
    {
        RecipientKind.Client => after.Contact.MayMail,
        RecipientKind.Website => policy.TellsWebsite,
        _ => true,
    };

    static IEnumerable<OutboxMessage> CreateMessages(MessageFactory from, Event @event, Project after) => @event switch
    {
        ProjectSubmitted e => OnSubmitted(from, e),
        CallMissed { MailFollows: true } e => [from.ToClient(MessageKind.TriedToReachYou, from.GetTone(e.Attempt))],
        AttemptMailed e => [from.ToClient(MessageKind.TriedToReachYou, from.GetTone(e.Attempt))],
        InformationRequested => [from.ToClient(MessageKind.MissingInformation)],
        CallAgreed => [from.ToClientAtOnce(MessageKind.CallAgreed)],

        RelaunchMailed e => [from.ToClientWithJitter(ToMessageKind(e.Kind), e.Number)],
        LightMailSent e => [from.ToClientWithJitter(MessageKind.LightMail, e.Quarter)],
        ApprovalAsked => from.CreateStaffRequest(MessageKind.ApprovalRequest, after.InCharge, null, from.AfterWorkingDays(3), from.AfterWorkingDays(7)),
        ClientReplied => [from.ToStaff(MessageKind.ReplyReceived, after.InCharge)],

        GoodChancesAsked e => from.CreateStaffRequest(
            MessageKind.GoodChancesRequest, after.InCharge, e.Provider, from.AfterWorkingDays(1), from.AfterWorkingDays(3)),
        GoodChancesSent e => [from.ToProvider(MessageKind.GoodChances, e.Provider, e.Provider)],
        QuestionAsked e => [from.ToStaff(MessageKind.QuestionReceived, after.InCharge, e.Question)],
        QuestionAnswered e => [from.ToProvider(MessageKind.QuestionAnswered, e.Provider, e.Question)],
        CoordinatorAssigned { ByAssignment: false } e => [from.ToStaff(MessageKind.HandOver, e.Coordinator)],

        // An absence begins for many projects at once: whoever stands in reads of it in the morning's digest.
        TakeOverAsked e => from.CreateStaffRequest(MessageKind.TakeOverRequest, e.Staff, e.Staff, from.AfterWorkingHours(2), from.AfterWorkingHours(4)),

        ProjectClosed e => OnClosed(from, e),
        // Told as it stands when it is sent: a closing in the same breath is told by its own message, once it can no longer be undone.
        ProjectValidated when after.IsOpen => [from.ToClient(MessageKind.Validated), from.ToWebsite()],
        WentDormant or Woke or ProjectReopened when after.IsOpen => [from.ToWebsite()],
        _ => [],
    };

    /// <summary>
    /// A receipt that comes days later, as after an import, receives nothing; a client who may not be called is written to at once anyway.
    /// </summary>
    static IEnumerable<OutboxMessage> OnSubmitted(MessageFactory from, ProjectSubmitted e) =>
        e.MayCall && from.At - e.SubmittedAt < Duration.FromDays(1) ? [from.ToClientAtOnce(MessageKind.Receipt)] : [];

    /// <summary>What a closing owes leaves only when it can no longer be taken back.</summary>
    static IEnumerable<OutboxMessage> OnClosed(MessageFactory from, ProjectClosed e)
    {
        MessageKind? mail = e.Outcome switch
        {
            { IsWon: true } or { Reason: DeathReason.Abandoned or DeathReason.ChoseElsewhere } => MessageKind.OutcomeThanks,
            { Reason: DeathReason.NotSerious } => MessageKind.NotSerious,
            _ => null,
        };
        if (mail is { } kind)
        {
            yield return from.ToClient(kind, after: Decider.UndoWithin);
        }

        yield return from.ToWebsite(Decider.UndoWithin);
    }

    static MessageKind ToMessageKind(RelaunchKind kind) => kind switch
    {
        RelaunchKind.First => MessageKind.RelaunchFirst,
        RelaunchKind.Warning => MessageKind.Warning,
        RelaunchKind.AfterSnooze => MessageKind.RelaunchAfterSnooze,
        _ => MessageKind.RelaunchLater,
    };
}
