using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain;

/// <summary>What events owe to the outside, and whether it is still owed when it is about to leave.</summary>
public static partial class Obligations
{
    public static ImmutableArray<OwedMessage> Of(Project after, ImmutableArray<Recorded> events, Policy policy)
    {
        var owed = ImmutableArray.CreateBuilder<OwedMessage>();
        foreach (var recorded in events)
        {
            var from = new Owing(after, recorded, policy);
            owed.AddRange(Of(from, recorded.Event, after).Where(m => HasRecipient(m, after, policy)));
        }

        return owed.ToImmutable();
    }

    static bool HasRecipient(OwedMessage message, Project after, Policy policy) => message.To switch
    {
        RecipientKind.Client => after.Contact.Mails,
        RecipientKind.Website => policy.TellsWebsite,
        _ => true,
    };

    static IEnumerable<OwedMessage> Of(Owing from, Event @event, Project after) => @event switch
    {
        ProjectSubmitted e => Submitted(from, e),
        CallMissed { MailFollows: true } e => [from.ToClient(MessageKind.TriedToReachYou, from.Tone(e.Attempt))],
        AttemptMailed e => [from.ToClient(MessageKind.TriedToReachYou, from.Tone(e.Attempt))],
        InformationRequested => [from.ToClient(MessageKind.MissingInformation)],
        CallAgreed => [from.AtOnce(MessageKind.CallAgreed)],

        RelaunchMailed e => [from.Relaunch(OfKind(e.Kind), e.Number)],
        LightMailSent e => [from.Relaunch(MessageKind.LightMail, e.Quarter)],
        ApprovalAsked => from.Ask(MessageKind.ApprovalRequest, after.InCharge, null, from.WorkingDays(3), from.WorkingDays(7)),
        ClientReplied => [from.ToStaff(MessageKind.ReplyReceived, after.InCharge)],

        GoodChancesAsked e => from.Ask(
            MessageKind.GoodChancesRequest, after.InCharge, e.Provider, from.WorkingDays(1), from.WorkingDays(3)),
        GoodChancesSent e => [from.ToProvider(MessageKind.GoodChances, e.Provider, e.Provider)],
        QuestionAsked e => [from.ToStaff(MessageKind.QuestionReceived, after.InCharge, e.Question)],
        QuestionAnswered e => [from.ToProvider(MessageKind.QuestionAnswered, e.Provider, e.Question)],
        CoordinatorAssigned { ByAssignment: false } e => [from.ToStaff(MessageKind.HandOver, e.Coordinator)],

        // An absence begins for many projects at once: whoever stands in reads of it in the morning's digest.
        TakeOverAsked e => from.Ask(MessageKind.TakeOverRequest, e.Staff, e.Staff, from.WorkingHours(2), from.WorkingHours(4)),

        ProjectClosed e => Closing(from, e),
        // Told as it stands when it is sent: a closing in the same breath is told by its own message, once it can no longer be undone.
        ProjectValidated when after.IsOpen => [from.ToClient(MessageKind.Validated), from.ToWebsite()],
        WentDormant or Woke or ProjectReopened when after.IsOpen => [from.ToWebsite()],
        _ => [],
    };

    /// <summary>
    /// A receipt that comes days later, as after an import, receives nothing; a client who may not be called is written to at once anyway.
    /// </summary>
    static IEnumerable<OwedMessage> Submitted(Owing from, ProjectSubmitted e) =>
        e.MayCall && from.At - e.SubmittedAt < Duration.FromDays(1) ? [from.AtOnce(MessageKind.Receipt)] : [];

    /// <summary>What a closing owes leaves only when it can no longer be taken back.</summary>
    static IEnumerable<OwedMessage> Closing(Owing from, ProjectClosed e)
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

    static MessageKind OfKind(RelaunchKind kind) => kind switch
    {
        RelaunchKind.First => MessageKind.RelaunchFirst,
        RelaunchKind.Warning => MessageKind.Warning,
        RelaunchKind.AfterSnooze => MessageKind.RelaunchAfterSnooze,
        _ => MessageKind.RelaunchLater,
    };
}
