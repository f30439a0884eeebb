using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Asks a member of staff whether a provider that the client wants may know of it.</summary>
static class GoodChancesRequestMail
{
    public static MailContent Build(MailContext m)
    {
        var provider = m.Name(m.Message.Subject!);
        return m.Build(
            StaffRequestParts.Subject(m, m.Say(
                $"un avis de bonnes chances à {provider} pour {m.Title} ?", $"a good-chances notice to {provider} for {m.Title}?")),
            m.Say("L’avis ne part qu’avec votre accord.", "The notice leaves only with your agreement."),
            [
                .. StaffRequestParts.Opening(m),
                new Paragraph(m.Say(
                    $"Le client du projet {m.Title} s’intéresse à {provider}, qui s’est manifesté sur ce projet. Faut-il le dire à {provider} ?",
                    $"The client of the project {m.Title} is interested in {provider}, who came forward on it. Shall {provider} be told?")),
                StaffRequestParts.DecideButton(m),
                new Paragraph(m.Say(
                    "L’avis ne promet rien, et ne part qu’avec votre accord, une seule fois.",
                    "The notice promises nothing, and leaves only with your agreement, once.")),
            ]);
    }
}
