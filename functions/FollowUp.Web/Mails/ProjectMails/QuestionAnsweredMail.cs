using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The coordinator's answer to a provider's question.</summary>
static class QuestionAnsweredMail
{
    public static MailContent Build(MailContext m) => m.Build(
        m.Say($"{m.Title} : la réponse à votre question", $"{m.Title}: the answer to your question"),
        m.Say($"{m.Signatory} vous répond.", $"{m.Signatory} answers you."),
        new Paragraph(m.Say(
            $"Vous nous avez interrogés sur le projet {m.Title}. Voici notre réponse :",
            $"You asked us about the project {m.Title}. This is our answer:")),
        new Quote(m.Request.FreeText ?? m.Say("(réponse effacée)", "(answer erased)")),
        new Paragraph(m.Say(
            "Une autre question ? Répondez à ce mail : elle arrive chez la personne en charge du projet.",
            "Another question? Reply to this mail: it reaches the person in charge of the project.")));
}
