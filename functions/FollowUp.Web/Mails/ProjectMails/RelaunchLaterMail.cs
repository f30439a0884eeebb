using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Every further relaunch of a cycle.</summary>
static class RelaunchLaterMail
{
    public static MailContent Build(MailContext m) => m.Build(
        m.Say($"{m.Title} : du nouveau de votre côté ?", $"{m.Title}: any news on your side?"),
        m.Say("Toujours d’actualité, décidé, ou plus tard ?", "Still on, decided, or later?"),
        [
            new Paragraph(m.Say(
                $"Nous sommes sans nouvelles de votre projet {m.Title} depuis notre dernier message. Est-il toujours d’actualité ?",
                $"We have heard nothing of your project {m.Title} since our last message. Is it still on?")),
            RelaunchFirstMail.AnswerButton(m),
            .. CameForwardParagraph.Build(m),
            new Paragraph(m.Say(
                "Si ce n’est pas le moment, donnez-nous simplement une date : nous n’écrirons pas avant.",
                "If this is not the time, just give us a date: we will not write before it.")),
        ]);
}
