using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The first relaunch of a cycle.</summary>
static class RelaunchFirstMail
{
    public static MailContent Build(MailContext m) => m.Build(
        m.Say($"{m.Title} : où en êtes-vous ?", $"{m.Title}: where do you stand?"),
        m.Say("Une réponse en un geste, et nous nous adaptons.", "One tap is enough, and we adapt to you."),
        [
            new Paragraph(m.Say(
                $"Nous venons aux nouvelles de votre projet {m.Title}. Vous cherchez toujours, vous échangez avec un prestataire, vous avez choisi, ou ce n’est pas le moment ? Un geste suffit.",
                $"We would like to hear how your project {m.Title} is coming along. Still looking, talking to a provider, decided, or not now? One tap is enough.")),
            AnswerButton(m),
            .. CameForwardParagraph.Build(m),
            new Paragraph(m.Say(
                "Votre réponse nous évite de vous relancer pour rien.",
                "Your answer keeps us from writing to you for nothing.")),
        ]);

    public static ActionButton AnswerButton(MailContext m) =>
        new(m.Say("Dire où j’en suis", "Say where I stand"), m.CreateClientLink(LinkPurpose.RelaunchAnswer));
}
