using System.Diagnostics;
using FollowUp.Domain.Outbox;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The parts of requests to staff that depend on the escalation level: first request, reminder, or escalation to the manager.</summary>
static class StaffRequestParts
{
    public static string Subject(MailContext mail, string subject) => mail.Message.EscalationLevel switch
    {
        EscalationLevel.Reminded => mail.Say($"Rappel : {subject}", $"Reminder: {subject}"),
        EscalationLevel.Escalated => mail.Say($"Sans réponse : {subject}", $"Not answered: {subject}"),
        EscalationLevel.Asked => subject.Capitalize(mail.Language),
        _ => throw new UnreachableException($"No rule for {mail.Message.EscalationLevel}."),
    };

    /// <summary>Why the mail comes again; nothing the first time.</summary>
    public static MailBlock[] Opening(MailContext mail) => mail.Message.EscalationLevel switch
    {
        EscalationLevel.Reminded => [new Paragraph(mail.Say(
            $"Cette question vous a été posée le {mail.FormatDate(mail.Message.CausedAt)} et attend toujours votre réponse.",
            $"You were asked this on {mail.FormatDate(mail.Message.CausedAt)}, and your answer is still awaited."))],
        EscalationLevel.Escalated => [new Paragraph(mail.Say(
            $"Cette question a été posée le {mail.FormatDate(mail.Message.CausedAt)} et personne n’y a répondu : elle vous revient.",
            $"This was asked on {mail.FormatDate(mail.Message.CausedAt)} and nobody has answered: it is yours to decide."))],
        EscalationLevel.Asked => [],
        _ => throw new UnreachableException($"No rule for {mail.Message.EscalationLevel}."),
    };

    public static ActionButton DecideButton(MailContext mail) => new(
        mail.Say("Voir et décider", "See and decide"), mail.Tokens.CreateAddress(LinkPurpose.Approval, mail.Project, mail.Message, mail.Request.ToStaff!.Id));
}
