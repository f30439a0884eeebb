using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The client answered a mail: the words, for whoever is in charge.</summary>
static class ReplyReceivedMail
{
    public static MailContent Build(MailContext m)
    {
        var who = m.Request.Dossier?.Name ?? m.Say("Le client", "The client");
        return m.Build(
            m.Say($"{m.Title} : {who} vous a répondu", $"{m.Title}: {who} replied"),
            m.Project.IsOpen
                ? m.Say("La cadence repart de zéro.", "The cadence starts over.")
                : m.Say("Le projet est clos : faut-il le rouvrir ?", "The project is closed: shall it be reopened?"),
            new Paragraph(m.Say($"{who} a répondu à un mail du projet {m.Title} :", $"{who} replied to a mail about the project {m.Title}:")),
            new Quote(m.Request.FreeText ?? m.Say("(réponse effacée)", "(reply erased)")),
            new Paragraph(m.Project.IsOpen
                ? m.Say(
                    "C’est un signe de vie : la cadence repart de zéro. Si la réponse demande une suite, elle se note sur la page du projet.",
                    "It is a sign of life: the cadence starts over. If the reply calls for more, note it on the project’s page.")
                : m.Say(
                    "Ce projet est clos. Si le client revient, il peut être rouvert sur la page du projet.",
                    "This project is closed. If the client is back, it can be reopened on the project’s page.")),
            new ActionButton(m.Say("Ouvrir le projet", "Open the project"), m.ProjectPage));
    }
}
