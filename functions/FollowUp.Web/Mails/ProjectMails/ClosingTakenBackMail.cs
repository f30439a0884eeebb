using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Tells the staff member in charge that the client answered before a closing was shown, which took the closing back.</summary>
static class ClosingTakenBackMail
{
    public static MailContent Build(MailContext mail)
    {
        var who = mail.Request.Dossier?.Name ?? mail.Say("Le client", "The client");
        return mail.Build(
            mail.Say($"{mail.Title} : {who} a répondu, la clôture est annulée", $"{mail.Title}: {who} answered, the closing is taken back"),
            mail.Say("Le client n’a pas su que le projet était clos.", "The client did not know that the project was closed."),
            new Paragraph(mail.Say(
                $"{who} a répondu dans les dix minutes qui ont suivi la clôture du projet {mail.Title}.",
                $"{who} answered within the ten minutes after the project {mail.Title} was closed.")),
            new Paragraph(mail.Say(
                "La clôture est donc annulée, et la réponse est notée. Rien n’est parti au client, au site ni aux prestataires. Sur la page du projet, lisez la réponse et décidez de la suite.",
                "The closing is therefore taken back, and the answer is recorded. Nothing left to the client, the website or providers. Read the answer on the project’s page and decide what follows.")),
            new ActionButton(mail.Say("Ouvrir le projet", "Open the project"), mail.ProjectPage));
    }
}
