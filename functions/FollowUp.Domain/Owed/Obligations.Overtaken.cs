namespace FollowUp.Domain;

public static partial class Obligations
{
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
            MessageKind.Receipt or MessageKind.Validated => project.IsOpen ? null : "closed",
            MessageKind.CallAgreed => !project.IsOpen ? "closed" : project.CallAgreedAt is null ? "superseded" : null,

            // The client may have chosen by now: then there are no good chances left to speak of.
            MessageKind.GoodChances => project.IsOpen ? null : "closed",
            MessageKind.ApprovalRequest => new CloseForSilence().Stands(project) ? null : "decided",
            MessageKind.GoodChancesRequest => !project.IsOpen ? "closed" : new TellProvider(message.Subject!).Stands(project) ? null : "decided",
            MessageKind.TakeOverRequest => !project.IsOpen ? "closed" : new TakeProjectOver(message.Subject!).Stands(project) ? null : "decided",
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
}
