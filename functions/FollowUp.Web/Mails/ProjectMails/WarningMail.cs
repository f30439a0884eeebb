using FollowUp.Domain.Projects;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The last mail to a client who has not answered, before the project becomes dormant.</summary>
static class WarningMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : faut-il garder votre projet actif ?", $"{mail.Title}: shall we keep your project active?"),
        mail.Say("Sans réponse, nous le mettrons en sommeil.", "Without an answer we will put it on hold."),
        new Paragraph(mail.Say(
            $"Nos derniers messages au sujet de votre projet {mail.Title} sont restés sans réponse, et nous ne voulons pas insister. {Deadline(mail)}",
            $"Our last messages about your project {mail.Title} went unanswered, and we do not want to insist. {Deadline(mail)}")),
        RelaunchFirstMail.AnswerButton(mail),
        new Paragraph(mail.Say(
            "Rien ne sera perdu : une réponse, même plus tard, suffira à le réveiller.",
            "Nothing will be lost: an answer, even a late one, wakes it.")));

    static string Deadline(MailContext mail) => mail.Project is { Stage: Stage.Warned, Next.DueAt: var due }
        ? mail.Say(
            $"Sans signe de votre part d’ici au {mail.FormatDate(due)}, nous le mettrons en sommeil.",
            $"Without a word from you by {mail.FormatDate(due)} we will put it on hold.")
        : mail.Say(
            "Sans signe de votre part, nous le mettrons en sommeil.",
            "Without a word from you we will put it on hold.");
}
