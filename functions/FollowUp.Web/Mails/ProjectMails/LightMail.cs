using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Once a quarter, to the client of a project that sleeps.</summary>
static class LightMail
{
    public static MailContent Build(MailContext m) => m.Build(
        m.Say($"{m.Title} : toujours envie de le mener à bien ?", $"{m.Title}: still on your mind?"),
        m.Say("Votre projet est en sommeil, un mot suffit à le réveiller.", "Your project is asleep; one word wakes it."),
        new Paragraph(m.Say(
            $"Votre projet {m.Title} est en sommeil depuis quelque temps. Certains projets prennent plus d’un an : un mot de vous suffit à réveiller le vôtre.",
            $"Your project {m.Title} has been asleep for a while. Some projects take more than a year: one word from you wakes yours.")),
        RelaunchFirstMail.AnswerButton(m),
        new Paragraph(m.Say(
            "Nous ne vous écrivons plus qu’une fois par trimestre.",
            "We now write to you only once a quarter.")));
}
