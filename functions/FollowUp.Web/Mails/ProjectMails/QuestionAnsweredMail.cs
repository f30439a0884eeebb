using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Sends a provider the answer to its question, or to what it said to the staff member who handed it over.</summary>
static class QuestionAnsweredMail
{
    public static MailContent Build(MailContext mail)
    {
        var isHandOver = mail.Message.Subject?.StartsWith(HandOverProvider.IdPrefix, StringComparison.Ordinal) == true;
        return mail.Build(
            isHandOver ? mail.Say($"{mail.Title} : notre réponse", $"{mail.Title}: our answer")
                : mail.Say($"{mail.Title} : la réponse à votre question", $"{mail.Title}: the answer to your question"),
            mail.Say($"{mail.Signatory} vous répond.", $"{mail.Signatory} answers you."),
            new Paragraph(isHandOver
                ? mail.Say(
                    $"Vous avez parlé du projet {mail.Title} avec notre service commercial. Voici notre réponse :",
                    $"You talked about the project {mail.Title} with our sales people. This is our answer:")
                : mail.Say(
                    $"Vous nous avez interrogés sur le projet {mail.Title}. Voici notre réponse :",
                    $"You asked us about the project {mail.Title}. This is our answer:")),
            new Quote(mail.Request.FreeText ?? mail.Say("(réponse effacée)", "(answer erased)")),
            new Paragraph(mail.Say(
                "Une autre question ? Répondez à ce mail : elle arrive chez la personne en charge du projet.",
                "Another question? Reply to this email: it reaches the person in charge of the project.")));
    }
}
