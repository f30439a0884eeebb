using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The quarterly mail to the client of a dormant project.</summary>
static class LightMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : toujours envie de le mener à bien ?", $"{mail.Title}: still on your mind?"),
        mail.Say("Votre projet est en sommeil, un mot suffit à le réveiller.", "Your project is asleep; one word wakes it."),
        new Paragraph(mail.Say(
            $"Votre projet {mail.Title} est en sommeil depuis quelque temps. Certains projets prennent plus d’un an : un mot de vous suffit à réveiller le vôtre.",
            $"Your project {mail.Title} has been asleep for a while. Some projects take more than a year: one word from you wakes yours.")),
        RelaunchFirstMail.AnswerButton(mail),
        new Paragraph(mail.Say(
            "Nous ne vous écrivons plus qu’une fois par trimestre.",
            "We now write to you only once a quarter.")));
}
