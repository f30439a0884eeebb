using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Tells a provider whom sales handed over who is in charge of the project. It promises nothing.</summary>
static class ProviderHandedOverMail
{
    public static MailContent Build(MailContext mail)
    {
        var who = mail.Request.InCharge is null ? mail.Say("Le responsable du suivi", "The manager of the follow-up") : mail.Signatory;
        return mail.Build(
            mail.Say($"{mail.Title} : qui suit ce projet", $"{mail.Title}: who follows this project"),
            mail.Say($"{who} suit ce projet et répond à vos questions.", $"{who} follows this project and answers your questions."),
            new Paragraph(mail.Say(
                $"Vous avez parlé du projet {mail.Title} avec notre service commercial, qui ne suit pas les projets. {who} le suit, a reçu votre message et vous répond par mail.",
                $"You talked about the project {mail.Title} with our sales people, who do not follow projects up. {who} follows it, has your message and answers you by email.")),
            new Paragraph(mail.Say(
                "Ce mail ne promet rien : nous ne recommandons personne, nous ne donnons pas les coordonnées du client, et le client décide seul.",
                "This mail promises nothing: we recommend nobody, we do not pass on the client’s contact details, and the client alone decides.")));
    }
}
