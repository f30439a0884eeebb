using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.PendingDecisions;

namespace FollowUp.Domain.Outbox;

public static partial class MessagePolicy
{
    /// <summary>Checked again at the moment of sending.</summary>
    /// <returns>Null when the message may leave; else a code that says what overtook it.</returns>
    public static string? GetObsoleteReason(Project project, OutboxMessage message)
    {
        if (message.To == RecipientKind.Client && !project.Contact.MayMail)
        {
            return "mail-not-wanted";
        }

        return message.Kind switch
        {
            MessageKind.NotSerious or MessageKind.OutcomeThanks => project.ClosedVersion == message.CausedBy ? null : "closing-undone",
            MessageKind.Webhook when message.Number == 1 => project.ClosedVersion == message.CausedBy ? null : "closing-undone",
            MessageKind.Webhook => project.IsOpen ? null : "closed",
            MessageKind.TriedToReachYou or MessageKind.MissingInformation or MessageKind.LightMail
                or MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze or MessageKind.Warning
                => !project.IsOpen ? "closed"
                    : project.LastSignOfLifeVersion > message.CausedBy ? "answered"
                    : project.Snooze is not null && message.Kind != MessageKind.MissingInformation ? "snoozed"
                    : IsSuperseded(project, message) ? "superseded" : null,
            MessageKind.Receipt or MessageKind.Validated => project.IsOpen ? null : "closed",
            MessageKind.CallAgreed => !project.IsOpen ? "closed" : project.CallAgreedAt is null ? "superseded" : null,

            // The client may have chosen by now: then there are no good chances left to speak of.
            MessageKind.GoodChances => project.IsOpen ? null : "closed",
            MessageKind.ApprovalRequest => new PendingClosing().IsPending(project) ? null : "decided",
            MessageKind.GoodChancesRequest => !project.IsOpen ? "closed" : new PendingGoodChancesNotice(message.Subject!).IsPending(project) ? null : "decided",
            MessageKind.TakeOverRequest => !project.IsOpen ? "closed" : new PendingTakeOver(message.Subject!).IsPending(project) ? null : "decided",
            MessageKind.QuestionReceived => project.OpenQuestions.Any(q => q.Id == message.Subject) ? null : "answered",
            _ => null,
        };
    }

    /// <summary>Mails that were held up leave as one and not as a burst: a later one has taken the place of those before it.</summary>
    static bool IsSuperseded(Project project, OutboxMessage message) => message.Kind switch
    {
        MessageKind.LightMail => project.DormantQuarters > message.Number,
        MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze or MessageKind.Warning
            => project.Phase == Phase.Dormant || project.UnansweredContacts > message.Number,
        _ => false,
    };
}
