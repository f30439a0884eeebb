using FollowUp.Domain.Outbox;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Mails.ProjectMails;

namespace FollowUp.Web.Mails;

/// <summary>Every mail of the follow-up by its kind.</summary>
static class MailCatalogue
{
    public static MailContent Build(MailContext matter) => matter.Message.Kind switch
    {
        MessageKind.TriedToReachYou => TriedToReachYouMail.Build(matter),
        MessageKind.MissingInformation => MissingInformationMail.Build(matter),
        MessageKind.RelaunchFirst => RelaunchFirstMail.Build(matter),
        MessageKind.RelaunchLater => RelaunchLaterMail.Build(matter),
        MessageKind.RelaunchAfterSnooze => RelaunchAfterSnoozeMail.Build(matter),
        MessageKind.Warning => WarningMail.Build(matter),
        MessageKind.LightMail => LightMail.Build(matter),
        MessageKind.CallAgreed => CallAgreedMail.Build(matter),
        MessageKind.GoodChances => GoodChancesMail.Build(matter),
        MessageKind.QuestionAnswered => QuestionAnsweredMail.Build(matter),
        MessageKind.QuestionReceived => QuestionReceivedMail.Build(matter),
        MessageKind.ApprovalRequest => ApprovalRequestMail.Build(matter),
        MessageKind.NotSerious => NotSeriousMail.Build(matter),
        MessageKind.OutcomeThanks => OutcomeThanksMail.Build(matter),
        MessageKind.HandOver => HandOverMail.Build(matter),
        MessageKind.Receipt => ReceiptMail.Build(matter),
        MessageKind.Validated => ValidatedMail.Build(matter),
        MessageKind.GoodChancesRequest => GoodChancesRequestMail.Build(matter),
        MessageKind.TakeOverRequest => TakeOverRequestMail.Build(matter),
        MessageKind.ReplyReceived => ReplyReceivedMail.Build(matter),
        _ => throw new ArgumentException($"{matter.Message.Kind} is no mail.", nameof(matter)),
    };
}
