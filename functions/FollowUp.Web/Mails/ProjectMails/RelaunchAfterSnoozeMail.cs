using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The pause that the client or the coordinator set is over.</summary>
static class RelaunchAfterSnoozeMail
{
    public static MailContent Build(MailContext m) => m.Build(
        m.Say($"{m.Title} : nous revenons vers vous comme convenu", $"{m.Title}: back to you, as agreed"),
        m.Say("La pause est terminée : le projet est-il toujours d’actualité ?", "The pause is over: is the project still on?"),
        new Paragraph(m.Say(
            $"La pause convenue pour votre projet {m.Title} est terminée. Est-il de nouveau d’actualité ?",
            $"The pause agreed for your project {m.Title} is over. Is it back on?")),
        RelaunchFirstMail.AnswerButton(m),
        new Paragraph(m.Say(
            "S’il est encore trop tôt, choisissez une autre date au même endroit.",
            "If it is still too early, choose another date in the same place.")));
}
