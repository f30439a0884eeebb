using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Asks staff whether a good-chances notice is to be sent to a provider.</summary>
static class GoodChancesRequestMail
{
    public static MailContent Build(MailContext mail)
    {
        var provider = mail.Name(mail.Message.Subject!);
        return mail.Build(
            StaffRequestParts.Subject(mail, mail.Say(
                $"un avis de bonnes chances à {provider} pour {mail.Title} ?", $"a good-chances notice to {provider} for {mail.Title}?")),
            mail.Say("L’avis ne part qu’avec votre accord.", "The notice leaves only with your agreement."),
            [
                .. StaffRequestParts.Opening(mail),
                new Paragraph(mail.Say(
                    $"Le client du projet {mail.Title} s’intéresse à {provider}, qui s’est manifesté sur ce projet. Faut-il le dire à {provider} ?",
                    $"The client of the project {mail.Title} is interested in {provider}, who came forward on it. Shall {provider} be told?")),
                StaffRequestParts.DecideButton(mail),
                new Paragraph(mail.Say(
                    "L’avis ne promet rien, et ne part qu’avec votre accord, une seule fois.",
                    "The notice promises nothing, and leaves only with your agreement, once.")),
            ]);
    }
}
