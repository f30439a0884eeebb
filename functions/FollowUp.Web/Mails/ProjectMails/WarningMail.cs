using FollowUp.Domain.Projects;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The last mail before a silent project goes to sleep.</summary>
static class WarningMail
{
    public static MailContent Build(MailContext m) => m.Build(
        m.Say($"{m.Title} : faut-il garder votre projet actif ?", $"{m.Title}: shall we keep your project active?"),
        m.Say("Sans réponse, nous le mettrons en sommeil.", "Without an answer we will let it sleep."),
        new Paragraph(m.Say(
            $"Nos derniers messages au sujet de votre projet {m.Title} sont restés sans réponse, et nous ne voulons pas insister. {Deadline(m)}",
            $"Our last messages about your project {m.Title} went unanswered, and we do not want to insist. {Deadline(m)}")),
        RelaunchFirstMail.AnswerButton(m),
        new Paragraph(m.Say(
            "Rien ne sera perdu : une réponse, même plus tard, suffira à le réveiller.",
            "Nothing will be lost: an answer, even a late one, wakes it.")));

    static string Deadline(MailContext m) => m.Project is { Stage: Stage.Warned, Next.DueAt: var due }
        ? m.Say(
            $"Sans signe de votre part d’ici au {m.FormatDate(due)}, nous le mettrons en sommeil.",
            $"Without a word from you by {m.FormatDate(due)} we will let it sleep.")
        : m.Say(
            "Sans signe de votre part, nous le mettrons en sommeil.",
            "Without a word from you we will let it sleep.");
}
