using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Sends a provider the answer to its question.</summary>
static class QuestionAnsweredMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : la réponse à votre question", $"{mail.Title}: the answer to your question"),
        mail.Say($"{mail.Signatory} vous répond.", $"{mail.Signatory} answers you."),
        new Paragraph(mail.Say(
            $"Vous nous avez interrogés sur le projet {mail.Title}. Voici notre réponse :",
            $"You asked us about the project {mail.Title}. This is our answer:")),
        new Quote(mail.Request.FreeText ?? mail.Say("(réponse effacée)", "(answer erased)")),
        new Paragraph(mail.Say(
            "Une autre question ? Répondez à ce mail : elle arrive chez la personne en charge du projet.",
            "Another question? Reply to this mail: it reaches the person in charge of the project.")));
}
