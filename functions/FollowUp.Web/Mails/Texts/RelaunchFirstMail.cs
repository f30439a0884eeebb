namespace FollowUp.Web;

/// <summary>The first relaunch of a cycle.</summary>
static class RelaunchFirstMail
{
    public static MailText Write(MailMatter m) => m.Mail(
        m.Say($"{m.Title} : où en êtes-vous ?", $"{m.Title}: where do you stand?"),
        m.Say("Une réponse en un geste, et nous nous adaptons.", "One tap is enough, and we adapt to you."),
        [
            new Says(m.Say(
                $"Nous venons aux nouvelles de votre projet {m.Title}. Vous cherchez toujours, vous échangez avec un prestataire, vous avez choisi, ou ce n’est pas le moment ? Un geste suffit.",
                $"We would like to hear how your project {m.Title} is coming along. Still looking, talking to a provider, decided, or not now? One tap is enough.")),
            Where(m),
            .. CameForward.In(m),
            new Says(m.Say(
                "Votre réponse nous évite de vous relancer pour rien.",
                "Your answer keeps us from writing to you for nothing.")),
        ]);

    public static Offers Where(MailMatter m) =>
        new(m.Say("Dire où j’en suis", "Say where I stand"), m.ClientLink(LinkPurpose.RelaunchAnswer));
}
