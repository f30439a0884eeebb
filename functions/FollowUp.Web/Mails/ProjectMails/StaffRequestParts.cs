using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>A request to staff says when it comes for the second time, and why a manager gets it.</summary>
static class StaffRequestParts
{
    public static string Subject(MailContext m, string subject) => m.Message.EscalationLevel switch
    {
        EscalationLevel.Reminded => m.Say($"Rappel : {subject}", $"Reminder: {subject}"),
        EscalationLevel.Escalated => m.Say($"Sans réponse : {subject}", $"Not answered: {subject}"),
        _ => char.ToUpper(subject[0], m.Language.ToCulture()) + subject[1..],
    };

    /// <summary>Nothing the first time.</summary>
    public static MailBlock[] Opening(MailContext m) => m.Message.EscalationLevel switch
    {
        EscalationLevel.Reminded => [new Paragraph(m.Say(
            $"Cette question vous a été posée le {m.FormatDate(m.Message.CausedAt)} et attend toujours votre réponse.",
            $"You were asked this on {m.FormatDate(m.Message.CausedAt)}, and your answer is still awaited."))],
        EscalationLevel.Escalated => [new Paragraph(m.Say(
            $"Cette question a été posée le {m.FormatDate(m.Message.CausedAt)} et personne n’y a répondu : elle vous revient.",
            $"This was asked on {m.FormatDate(m.Message.CausedAt)} and nobody has answered: it is yours to decide."))],
        _ => [],
    };

    public static ActionButton DecideButton(MailContext m) => new(
        m.Say("Voir et décider", "See and decide"), m.Links.CreateAddress(LinkPurpose.Approval, m.Project, m.Message, m.Request.ToStaff!.Id));
}
