using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Passes a client's reply on to the staff member in charge.</summary>
static class ReplyReceivedMail
{
    public static MailContent Build(MailContext mail)
    {
        var who = mail.Request.Dossier?.Name ?? mail.Say("Le client", "The client");
        return mail.Build(
            mail.Say($"{mail.Title} : {who} vous a répondu", $"{mail.Title}: {who} replied"),
            mail.Project.IsOpen
                ? mail.Say("La cadence repart de zéro.", "The cadence starts over.")
                : mail.Say("Le projet est clos : faut-il le rouvrir ?", "The project is closed: shall it be reopened?"),
            new Paragraph(mail.Say($"{who} a répondu à un mail du projet {mail.Title} :", $"{who} replied to an email about the project {mail.Title}:")),
            new Quote(mail.Request.FreeText ?? mail.Say("(réponse effacée)", "(reply erased)")),
            new Paragraph(mail.Project.IsOpen
                ? mail.Say(
                    "C’est un signe de vie : la cadence repart de zéro. Si la réponse demande une suite, elle se note sur la page du projet.",
                    "It is a sign of life: the cadence starts over. If the reply calls for more, note it on the project’s page.")
                : mail.Say(
                    "Ce projet est clos. Si le client revient, il peut être rouvert sur la page du projet.",
                    "This project is closed. If the client is back, it can be reopened on the project’s page.")),
            new ActionButton(mail.Say("Ouvrir le projet", "Open the project"), mail.ProjectPage));
    }
}
