namespace FollowUp.Web;

/// <summary>Every further relaunch of a cycle.</summary>
static class RelaunchLaterMail
{
    public static MailText Write(MailMatter m) => m.Mail(
        m.Say($"{m.Title} : du nouveau de votre côté ?", $"{m.Title}: any news on your side?"),
        m.Say("Toujours d’actualité, décidé, ou plus tard ?", "Still on, decided, or later?"),
        [
            new Says(m.Say(
                $"Nous revenons vers vous au sujet de votre projet {m.Title}, sans nouvelles depuis notre dernier message.",
                $"We come back to you about your project {m.Title}, having heard nothing since our last message.")),
            .. CameForward.In(m),
            new Says(m.Say(
                "Est-il toujours d’actualité ? Si ce n’est pas le moment, donnez-nous simplement une date : nous n’écrirons pas avant.",
                "Is it still on? If this is not the time, just give us a date: we will not write before it.")),
            RelaunchFirstMail.Where(m),
        ]);
}
