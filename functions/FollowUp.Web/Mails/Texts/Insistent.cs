using FollowUp.Domain;

namespace FollowUp.Web;

/// <summary>A request to staff says when it comes for the second time, and why a manager gets it.</summary>
static class Insistent
{
    public static string Subject(MailMatter m, string subject) => m.Message.Insistence switch
    {
        Insistence.Reminded => m.Say($"Rappel : {subject}", $"Reminder: {subject}"),
        Insistence.Escalated => m.Say($"Sans réponse : {subject}", $"Not answered: {subject}"),
        _ => subject,
    };

    /// <summary>Nothing the first time.</summary>
    public static MailBlock[] Opening(MailMatter m) => m.Message.Insistence switch
    {
        Insistence.Reminded => [new Says(m.Say(
            $"Cette question vous a été posée le {m.Day(m.Message.CausedAt)} et attend toujours votre réponse.",
            $"This question was put to you on {m.Day(m.Message.CausedAt)} and still awaits your answer."))],
        Insistence.Escalated => [new Says(m.Say(
            $"Cette question a été posée le {m.Day(m.Message.CausedAt)} et personne n’y a répondu : elle vous revient.",
            $"This question was put on {m.Day(m.Message.CausedAt)} and nobody answered it: it comes to you."))],
        _ => [],
    };

    public static Offers Decide(MailMatter m) => new(
        m.Say("Voir et décider", "See and decide"), m.Links.For(LinkPurpose.Approval, m.Project, m.Message, m.Letter.ToStaff!.Id));
}
