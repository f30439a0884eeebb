using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The first relaunch of a cycle.</summary>
static class RelaunchFirstMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : où en êtes-vous ?", $"{mail.Title}: where do you stand?"),
        mail.Say("Une réponse en un clic, et nous nous adaptons.", "One click is enough, and we adapt to you."),
        [
            new Paragraph(mail.Say(
                $"Nous prenons des nouvelles de votre projet {mail.Title}. Vous cherchez toujours, vous échangez avec un prestataire, vous avez choisi, ou ce n’est pas le moment ? Un clic suffit.",
                $"We would like to hear how your project {mail.Title} is coming along. Still looking, talking to a provider, decided, or not now? One click is enough.")),
            AnswerButton(mail),
            .. CameForwardParagraph.Build(mail),
            new Paragraph(mail.Say(
                "Votre réponse nous évite de vous relancer pour rien.",
                "Your answer keeps us from writing to you for nothing.")),
        ]);

    public static ActionButton AnswerButton(MailContext mail) =>
        new(mail.Say("Dire où j’en suis", "Say where I stand"), mail.CreateClientLink(LinkPurpose.RelaunchAnswer));
}
