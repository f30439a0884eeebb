using FollowUp.Domain.Outbox;

namespace FollowUp.Web;

/// <summary>Every mail of the follow-up by its kind.</summary>
static class MailCatalogue
{
    public static MailText Write(MailMatter matter) => matter.Message.Kind switch
    {
        MessageKind.TriedToReachYou => TriedToReachYouMail.Write(matter),
        MessageKind.MissingInformation => MissingInformationMail.Write(matter),
        MessageKind.RelaunchFirst => RelaunchFirstMail.Write(matter),
        MessageKind.RelaunchLater => RelaunchLaterMail.Write(matter),
        MessageKind.RelaunchAfterSnooze => RelaunchAfterSnoozeMail.Write(matter),
        MessageKind.Warning => WarningMail.Write(matter),
        MessageKind.LightMail => LightMail.Write(matter),
        MessageKind.CallAgreed => CallAgreedMail.Write(matter),
        MessageKind.GoodChances => GoodChancesMail.Write(matter),
        MessageKind.QuestionAnswered => QuestionAnsweredMail.Write(matter),
        MessageKind.QuestionReceived => QuestionReceivedMail.Write(matter),
        MessageKind.ApprovalRequest => ApprovalRequestMail.Write(matter),
        MessageKind.NotSerious => NotSeriousMail.Write(matter),
        MessageKind.OutcomeThanks => OutcomeThanksMail.Write(matter),
        MessageKind.HandOver => HandOverMail.Write(matter),
        MessageKind.Receipt => ReceiptMail.Write(matter),
        MessageKind.Validated => ValidatedMail.Write(matter),
        MessageKind.GoodChancesRequest => GoodChancesRequestMail.Write(matter),
        MessageKind.TakeOverRequest => TakeOverRequestMail.Write(matter),
        MessageKind.ReplyReceived => ReplyReceivedMail.Write(matter),
        _ => throw new ArgumentException($"{matter.Message.Kind} is no mail.", nameof(matter)),
    };
}
