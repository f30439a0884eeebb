using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain;

/// <summary>What events owe to the outside, and whether it is still owed when it is about to leave.</summary>
public static class Obligations
{
    public static ImmutableArray<OwedMessage> Of(Project after, ImmutableArray<Recorded> events, Policy policy)
    {
        var owed = ImmutableArray.CreateBuilder<OwedMessage>();
        foreach (var recorded in events)
        {
            var from = new Owing(after, recorded, policy);
            owed.AddRange(Of(from, recorded.Event, after).Where(m => m.To != RecipientKind.Client || after.Contact.Mails));
        }

        return owed.ToImmutable();
    }

    static IEnumerable<OwedMessage> Of(Owing from, Event @event, Project after) => @event switch
    {
        CallMissed { MailFollows: true } e => [from.ToClient(MessageKind.TriedToReachYou, from.Tone(e.Attempt))],
        AttemptMailed e => [from.ToClient(MessageKind.TriedToReachYou, from.Tone(e.Attempt))],
        InformationRequested => [from.ToClient(MessageKind.MissingInformation)],
        CallAgreed => [from.AtOnce(MessageKind.CallAgreed)],

        RelaunchMailed e => [from.ToClient(OfKind(e.Kind), e.Number)],
        LightMailSent e => [from.ToClient(MessageKind.LightMail, e.Quarter)],
        ApprovalAsked e => [from.ToStaff(MessageKind.ApprovalRequest, after.InCharge, e.Quarter)],

        GoodChancesSent e => [from.ToProvider(MessageKind.GoodChances, e.Provider, e.Provider)],
        QuestionAsked e => [from.ToStaff(MessageKind.QuestionReceived, after.InCharge, subject: e.Question)],
        QuestionAnswered e => [from.ToProvider(MessageKind.QuestionAnswered, e.Provider, e.Question)],
        CoordinatorAssigned { ByAssignment: false } e => [from.ToStaff(MessageKind.HandOver, e.Coordinator)],
        StandInStarted e => [from.ToStaff(MessageKind.HandOver, e.Staff)],

        ProjectClosed e => Closing(from, e),
        // Told as it stands when it is sent: a closing in the same breath is told by its own message, once it can no longer be undone.
        ProjectValidated or WentDormant or Woke or ProjectReopened when after.IsOpen => [from.ToWebsite()],
        _ => [],
    };

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

    /// <summary>Checked again at the moment of sending.</summary>
    /// <returns>Null when the message may leave; else a code that says what overtook it.</returns>
    public static string? Overtaken(Project project, OwedMessage message)
    {
        if (message.To == RecipientKind.Client && !project.Contact.Mails)
        {
            return "mail-not-wanted";
        }

        return message.Kind switch
        {
            MessageKind.NotSerious or MessageKind.OutcomeThanks => project.ClosedBy == message.CausedBy ? null : "closing-undone",
            MessageKind.Webhook when message.Number == 1 => project.ClosedBy == message.CausedBy ? null : "closing-undone",
            MessageKind.Webhook => project.IsOpen ? null : "closed",
            MessageKind.TriedToReachYou or MessageKind.MissingInformation or MessageKind.LightMail
                or MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze or MessageKind.Warning
                => !project.IsOpen ? "closed"
                    : project.LastSignOfLifeBy > message.CausedBy ? "answered"
                    : project.Snooze is not null && message.Kind != MessageKind.MissingInformation ? "snoozed"
                    : Superseded(project, message) ? "superseded" : null,
            MessageKind.CallAgreed => !project.IsOpen ? "closed" : project.CallAgreedAt is null ? "superseded" : null,

            // The client may have chosen by now: then there are no good chances left to speak of.
            MessageKind.GoodChances => project.IsOpen ? null : "closed",
            MessageKind.ApprovalRequest => project.Stage == Stage.ApprovalAsked ? null : "decided",
            MessageKind.QuestionReceived => project.Questions.Any(q => q.Id == message.Subject) ? null : "answered",
            _ => null,
        };
    }

    /// <summary>Mails that were held up leave as one and not as a burst: a later one has taken the place of those before it.</summary>
    static bool Superseded(Project project, OwedMessage message) => message.Kind switch
    {
        MessageKind.LightMail => project.Quarters > message.Number,
        MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze or MessageKind.Warning
            => project.Phase == Phase.Dormant || project.Silent > message.Number,
        _ => false,
    };

    static MessageKind OfKind(RelaunchKind kind) => kind switch
    {
        RelaunchKind.First => MessageKind.RelaunchFirst,
        RelaunchKind.Warning => MessageKind.Warning,
        RelaunchKind.AfterSnooze => MessageKind.RelaunchAfterSnooze,
        _ => MessageKind.RelaunchLater,
    };

    /// <summary>Makes the messages of one event: their ids, their recipients, their hour.</summary>
    readonly struct Owing(Project project, Recorded recorded, Policy policy)
    {
        readonly Project project = project;
        readonly Recorded recorded = recorded;
        readonly Policy policy = policy;

        public OwedMessage ToClient(MessageKind kind, int number = 0, Duration after = default) => Message(
            kind, RecipientKind.Client, project.ClientId,
            policy.Calendar.NextOpen(recorded.At + after, policy.TableFor(project).Mails).At, number, null);

        /// <summary>The confirmation of what the client has just asked for waits for no window.</summary>
        public OwedMessage AtOnce(MessageKind kind) =>
            Message(kind, RecipientKind.Client, project.ClientId, recorded.At, 0, null);

        public OwedMessage ToStaff(MessageKind kind, string? staff, int number = 0, string? subject = null) =>
            Message(kind, RecipientKind.Staff, staff, recorded.At, number, subject);

        public OwedMessage ToProvider(MessageKind kind, string provider, string subject) => Message(
            kind, RecipientKind.Provider, provider,
            policy.Calendar.NextOpen(recorded.At, policy.TableFor(project).Mails).At, 0, subject);

        public OwedMessage ToWebsite(Duration after = default) =>
            Message(MessageKind.Webhook, RecipientKind.Website, null, recorded.At + after, after == default ? 0 : 1, null);

        /// <summary>Three tones: after the first, a middle and the last attempt.</summary>
        public int Tone(int attempt)
        {
            var mails = policy.TableFor(project).Validation.MailAfter;
            var index = mails.IndexOf(attempt);
            return index == mails.Length - 1 || index < 0 ? 3 : Math.Min(index + 1, 2);
        }

        OwedMessage Message(MessageKind kind, RecipientKind to, string? recipient, Instant notBefore, int number, string? subject) => new(
            $"{project.Id}.{recorded.Seq}.{kind}", project.Id, recorded.Seq, recorded.At, kind, to, recipient, notBefore, number, subject);
    }
}
