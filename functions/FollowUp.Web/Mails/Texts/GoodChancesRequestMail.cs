namespace FollowUp.Web;

/// <summary>Asks a member of staff whether a provider that the client wants may know of it.</summary>
static class GoodChancesRequestMail
{
    public static MailText Write(MailMatter m)
    {
        var provider = m.Name(m.Message.Subject!);
        return m.Mail(
            Insistent.Subject(m, m.Say($"{m.Title} : un avis de bonnes chances à {provider} ?", $"{m.Title}: a good-chances notice to {provider}?")),
            m.Say("Votre décision est attendue.", "Your decision is awaited."),
            [
                .. Insistent.Opening(m),
                new Says(m.Say(
                    $"Le client du projet {m.Title} s’intéresse à {provider}, qui s’est manifesté sur le projet.",
                    $"The client of the project {m.Title} is interested in {provider}, who came forward on it.")),
                new Says(m.Say(
                    $"Faut-il le dire à {provider} ? L’avis ne promet rien, et ne part qu’avec votre accord.",
                    $"Shall {provider} be told? The notice promises nothing, and leaves only with your agreement.")),
                Insistent.Decide(m),
            ]);
    }
}
