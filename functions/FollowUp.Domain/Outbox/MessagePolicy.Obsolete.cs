using System.Diagnostics;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.PendingDecisions;
using NodaTime;

namespace FollowUp.Domain.Outbox;

public static partial class MessagePolicy
{
    /// <summary>Why a message must not be sent any more; checked at the moment of sending.</summary>
    /// <returns>Null when it may be sent; else a stable code, which is stored as the state of the message.</returns>
    public static string? GetObsoleteReason(Project project, OutboxMessage message)
    {
        if (message.To == RecipientKind.Client && !project.Contact.MayMail)
        {
            return "mail-not-wanted";
        }

        if (IsUnasked(message.Kind) && project.Contact.LeftAloneSince is not null)
        {
            return "left-alone";
        }

        if (message.Kind is not (MessageKind.NotSerious or MessageKind.OutcomeThanks or MessageKind.CallCancelled or MessageKind.Webhook) && IsUndone(project, message.CausedBy))
        {
            return "undone";
        }

        return message.Kind switch
        {
            MessageKind.TriedToReachYou or MessageKind.LightMail or MessageKind.RelaunchFirst or MessageKind.RelaunchLater
                or MessageKind.RelaunchAfterSnooze or MessageKind.Warning
                => WhenClosed(project) ?? WhenAnswered(project, message) ?? WhenSnoozed(project) ?? WhenSuperseded(project, message),
            MessageKind.MissingInformation => WhenClosed(project) ?? WhenAnswered(project, message),
            MessageKind.Receipt or MessageKind.Validated => WhenClosed(project),
            MessageKind.CallAgreed => WhenClosed(project) ?? (project.Agenda.AgreedCall is null ? "superseded" : null),

            MessageKind.AppointmentMissed => WhenClosed(project) ?? WhenAnswered(project, message) ?? (project.Agenda.MissedCall is null ? "superseded" : null),

            // The client may have chosen since: a good-chances notice would then be wrong.
            MessageKind.GoodChances => WhenClosed(project),
            MessageKind.NotSerious or MessageKind.OutcomeThanks or MessageKind.CallCancelled => WhenClosingUndone(project, message),
            MessageKind.Webhook when message.Event is { } told => told is WebhookEvent.NextAction or WebhookEvent.Assigned ? WhenClosed(project) : null,
            MessageKind.Webhook => message.Number switch
            {
                MessageFactory.ClosingNumber => WhenClosingUndone(project, message),
                MessageFactory.ClosedAgainNumber => project.IsOpen ? "superseded" : null,
                _ => WhenClosed(project),
            },
            MessageKind.ApprovalRequest => WhenDecided(project, new PendingClosing()),
            MessageKind.ReopeningRequest => WhenDecided(project, new PendingReopening()),
            MessageKind.GoodChancesRequest => WhenClosed(project) ?? WhenDecided(project, new PendingGoodChancesNotice(message.Subject!)),
            MessageKind.TakeOverRequest => WhenClosed(project) ?? WhenDecided(project, new PendingTakeOver(message.Subject!)),
            MessageKind.QuestionReceived or MessageKind.QuestionReminder or MessageKind.QuestionOverdue =>
                project.OpenQuestions.Any(q => q.Id == message.Subject) ? null : "answered",
            MessageKind.QuestionReceipt or MessageKind.ProviderHandedOver or MessageKind.QuestionAnswered or MessageKind.HandOver or MessageKind.ReplyReceived
                or MessageKind.ClosingTakenBack or MessageKind.WrittenToClient => null,
            _ => throw new UnreachableException($"No rule for {message.Kind}."),
        };
    }

    /// <summary>
    /// Until when an obsolete message waits instead of being dropped: only a decision that can be undone makes it obsolete, and an undo of that decision
    /// must find it unsent. After an undo it is sent as if the decision had never been taken.
    /// </summary>
    /// <returns>The end of the time in which the decision can be taken back; null when the message does not wait.</returns>
    public static Instant? GetHeldUntil(Project project, OutboxMessage message, Instant now) =>
        project.UndoPoint is { } point && now < point.Until && message.CausedBy < point.First
        && GetObsoleteReason(project, message) is not null && GetObsoleteReason(point.Before, message) is null
            ? point.Until
            : null;

    static bool IsUndone(Project project, long version) => project.Undone.Any(undone => undone.Contains(version));

    static string? WhenClosed(Project project) => project.IsOpen ? null : "closed";

    static string? WhenClosingUndone(Project project, OutboxMessage message) => project.Closing?.Version == message.CausedBy ? null : "closing-undone";

    static string? WhenAnswered(Project project, OutboxMessage message) => project.LastSignOfLifeVersion > message.CausedBy ? "answered" : null;

    static string? WhenSnoozed(Project project) => project.Agenda.Snooze is null ? null : "snoozed";

    static string? WhenDecided(Project project, PendingDecision question) => question.IsPending(project) ? null : "decided";

    /// <summary>Mails that were held up by an outage are sent as one: a later relaunch or light mail replaces those before it.</summary>
    static string? WhenSuperseded(Project project, OutboxMessage message) => message.Kind switch
    {
        MessageKind.TriedToReachYou => null,
        MessageKind.LightMail => project.Dormancy?.Quarters > message.Number ? "superseded" : null,
        MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze or MessageKind.Warning
            => project.Phase == Phase.Dormant || project.Cycle.UnansweredContacts > message.Number ? "superseded" : null,
        _ => throw new UnreachableException($"No rule for {message.Kind}."),
    };
}
