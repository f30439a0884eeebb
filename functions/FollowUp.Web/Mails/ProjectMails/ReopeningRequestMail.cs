using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Asks staff whether a dead project is to be reopened whose client did something on the website. Its link reopens it.</summary>
static class ReopeningRequestMail
{
    public static MailContent Build(MailContext mail)
    {
        var who = mail.Request.Dossier?.Name ?? mail.Say("Le client", "The client");
        var did = mail.Project.Latest.Signal?.Kind == SignalKind.Awarded
            ? mail.Say("a attribué le projet à un prestataire sur le site", "awarded the project to a provider on the website")
            : mail.Say("a écrit sur le site", "wrote on the website");
        return mail.Build(
            StaffRequestParts.Subject(mail, mail.Say($"rouvrir {mail.Title}, dont le client revient ?", $"reopen {mail.Title}, whose client came back?")),
            mail.Say("Le projet reste clos tant que vous n’avez pas répondu.", "The project stays closed until you answer."),
            [
                .. StaffRequestParts.Opening(mail),
                new Paragraph(mail.Say(
                    $"{who} {did}, alors que le projet {mail.Title} est clos. Faut-il le rouvrir ?",
                    $"{who} {did}, although the project {mail.Title} is closed. Shall it be reopened?")),
                StaffRequestParts.DecideButton(mail),
                new Paragraph(mail.Say(
                    "Rouvert, il reprend là où il en était, et le client est recontacté. Sans réponse, il reste clos.",
                    "Reopened, it goes on where it was, and the client is contacted again. Without an answer it stays closed.")),
            ]);
    }
}
