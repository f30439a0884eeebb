using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Tells a provider, as soon as it has asked, who answers and until when.</summary>
static class QuestionReceiptMail
{
    public static MailContent Build(MailContext mail)
    {
        var due = mail.FormatDateTime((mail.Request.Cause?.Event as QuestionAsked)?.DueAt ?? mail.Request.Now);
        var who = mail.Request.InCharge is null
            ? mail.Say("Le responsable du suivi vous répond", "The manager of the follow-up answers you")
            : mail.Say($"{mail.Signatory}, qui suit ce projet, vous répond", $"{mail.Signatory}, who follows this project, answers you");
        return mail.Build(
            mail.Say($"{mail.Title} : nous avons bien reçu votre question", $"{mail.Title}: we received your question"),
            mail.Say($"Réponse au plus tard le {due}.", $"An answer by {due} at the latest."),
            new Paragraph(mail.Say(
                $"Votre question sur le projet {mail.Title} est bien arrivée. {who} par mail, au plus tard le {due}.",
                $"Your question about the project {mail.Title} has arrived. {who} by email, by {due} at the latest.")),
            new Quote(mail.Request.FreeText ?? mail.Say("(question effacée)", "(question erased)")),
            new Paragraph(mail.Say(
                "Vous n’avez rien à faire d’ici là. Nous ne communiquons pas les coordonnées du client, et nous ne choisissons pas à sa place.",
                "There is nothing to do until then. We do not pass on the client’s contact details, and we do not choose for them.")));
    }
}
