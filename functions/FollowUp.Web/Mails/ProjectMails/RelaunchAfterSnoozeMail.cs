using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The relaunch at the end of a pause that the client or the coordinator set.</summary>
static class RelaunchAfterSnoozeMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : nous revenons vers vous comme convenu", $"{mail.Title}: back to you, as agreed"),
        mail.Say("La pause est terminée : le projet est-il toujours d’actualité ?", "The pause is over: is the project still on?"),
        new Paragraph(mail.Say(
            $"La pause convenue pour votre projet {mail.Title} est terminée. Est-il de nouveau d’actualité ?",
            $"The pause agreed for your project {mail.Title} is over. Is it back on?")),
        RelaunchFirstMail.AnswerButton(mail),
        new Paragraph(mail.Say(
            "S’il est encore trop tôt, choisissez une autre date au même endroit.",
            "If it is still too early, choose another date in the same place.")));
}
