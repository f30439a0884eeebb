using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The second and later relaunches of a cycle.</summary>
static class RelaunchLaterMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : du nouveau de votre côté ?", $"{mail.Title}: any news on your side?"),
        mail.Say("Toujours d’actualité, décidé, ou plus tard ?", "Still on, decided, or later?"),
        [
            new Paragraph(mail.Say(
                $"Nous sommes sans nouvelles de votre projet {mail.Title} depuis notre dernier message. Est-il toujours d’actualité ?",
                $"We have heard nothing of your project {mail.Title} since our last message. Is it still on?")),
            RelaunchFirstMail.AnswerButton(mail),
            .. CameForwardParagraph.Build(mail),
            new Paragraph(mail.Say(
                "Si ce n’est pas le moment, donnez-nous simplement une date : nous n’écrirons pas avant.",
                "If this is not the time, just give us a date: we will not write before it.")),
        ]);
}
