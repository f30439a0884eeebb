using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>A request to staff says when it comes for the second time, and why a manager gets it.</summary>
static class Insistent
{
    public static string Subject(MailMatter m, string subject) => m.Message.EscalationLevel switch
    {
        EscalationLevel.Reminded => m.Say($"Rappel : {subject}", $"Reminder: {subject}"),
        EscalationLevel.Escalated => m.Say($"Sans réponse : {subject}", $"Not answered: {subject}"),
        _ => char.ToUpper(subject[0], m.Language.ToCulture()) + subject[1..],
    };

    /// <summary>Nothing the first time.</summary>
    public static MailBlock[] Opening(MailMatter m) => m.Message.EscalationLevel switch
    {
        EscalationLevel.Reminded => [new Says(m.Say(
            $"Cette question vous a été posée le {m.Day(m.Message.CausedAt)} et attend toujours votre réponse.",
            $"You were asked this on {m.Day(m.Message.CausedAt)}, and your answer is still awaited."))],
        EscalationLevel.Escalated => [new Says(m.Say(
            $"Cette question a été posée le {m.Day(m.Message.CausedAt)} et personne n’y a répondu : elle vous revient.",
            $"This was asked on {m.Day(m.Message.CausedAt)} and nobody has answered: it is yours to decide."))],
        _ => [],
    };

    public static Offers Decide(MailMatter m) => new(
        m.Say("Voir et décider", "See and decide"), m.Links.For(LinkPurpose.Approval, m.Project, m.Message, m.Letter.ToStaff!.Id));
}
