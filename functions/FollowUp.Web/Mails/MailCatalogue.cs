using System.Diagnostics;
using FollowUp.Domain.Outbox;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Mails.ProjectMails;

namespace FollowUp.Web.Mails;

/// <summary>The class of each kind of project mail.</summary>
static class MailCatalogue
{
    /// <exception cref="ArgumentException">The message is a webhook.</exception>
    public static MailContent Build(MailContext mail) => mail.Message.Kind switch
    {
        _ when !mail.Request.Parts.IsEmpty => CommonMail.Build(mail),
        MessageKind.TriedToReachYou => TriedToReachYouMail.Build(mail),
        MessageKind.MissingInformation => MissingInformationMail.Build(mail),
        MessageKind.RelaunchFirst => RelaunchFirstMail.Build(mail),
        MessageKind.RelaunchLater => RelaunchLaterMail.Build(mail),
        MessageKind.RelaunchAfterSnooze => RelaunchAfterSnoozeMail.Build(mail),
        MessageKind.Warning => WarningMail.Build(mail),
        MessageKind.LightMail => LightMail.Build(mail),
        MessageKind.CallAgreed => CallAgreedMail.Build(mail),
        MessageKind.GoodChances => GoodChancesMail.Build(mail),
        MessageKind.QuestionAnswered => QuestionAnsweredMail.Build(mail),
        MessageKind.QuestionReceived => QuestionReceivedMail.Build(mail),
        MessageKind.ProviderHandedOver => ProviderHandedOverMail.Build(mail),
        MessageKind.QuestionReceipt => QuestionReceiptMail.Build(mail),
        MessageKind.QuestionReminder => QuestionReminderMail.Build(mail),
        MessageKind.QuestionOverdue => QuestionReminderMail.BuildOverdue(mail),
        MessageKind.ApprovalRequest => ApprovalRequestMail.Build(mail),
        MessageKind.NotSerious => NotSeriousMail.Build(mail),
        MessageKind.OutcomeThanks => OutcomeThanksMail.Build(mail),
        MessageKind.HandOver => HandOverMail.Build(mail),
        MessageKind.Receipt => ReceiptMail.Build(mail),
        MessageKind.Validated => ValidatedMail.Build(mail),
        MessageKind.GoodChancesRequest => GoodChancesRequestMail.Build(mail),
        MessageKind.ReopeningRequest => ReopeningRequestMail.Build(mail),
        MessageKind.TakeOverRequest => TakeOverRequestMail.Build(mail),
        MessageKind.ReplyReceived => ReplyReceivedMail.Build(mail),
        MessageKind.WrittenToClient => WrittenToClientMail.Build(mail),
        MessageKind.AppointmentMissed => AppointmentMissedMail.Build(mail),
        MessageKind.CallCancelled => CallCancelledMail.Build(mail),
        MessageKind.ClosingTakenBack => ClosingTakenBackMail.Build(mail),
        MessageKind.Webhook => throw new ArgumentException($"{mail.Message.Id} is a webhook, not an email.", nameof(mail)),
        _ => throw new UnreachableException($"No rule for {mail.Message.Kind}."),
    };
}
