using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Asks staff whether a project that has been dormant for two years is to be closed.</summary>
static class ApprovalRequestMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        StaffRequestParts.Subject(mail, mail.Say($"clore {mail.Title}, sans nouvelles du client ?", $"close {mail.Title}, whose client has gone silent?")),
        mail.Say("Rien ne se fait sans votre réponse.", "Nothing happens without your answer."),
        [
            .. StaffRequestParts.Opening(mail),
            new Paragraph(mail.Say(
                $"Le client du projet {mail.Title} n’a plus donné signe de vie depuis le {mail.FormatDate(mail.Project.LastSignOfLife)}. Faut-il clore le projet ?",
                $"The client of the project {mail.Title} has given no sign of life since {mail.FormatDate(mail.Project.LastSignOfLife)}. Shall the project be closed?")),
            StaffRequestParts.DecideButton(mail),
            new Paragraph(mail.Say(
                $"Sans nouvelles du client, ses données seront effacées à partir du {ErasedFrom(mail)}, quelle que soit votre réponse.",
                $"Without news of the client their data will be erased from {ErasedFrom(mail)} on, whatever you answer.")),
            new Paragraph(mail.Message.CausedAt >= RetentionTerm.GetLastQuestion(mail.Project.LastSignOfLife, mail.Calendar)
                ? mail.Say(
                    "Sans réponse, il reste en sommeil jusque-là. La question ne vous sera plus posée.",
                    "Without an answer it stays dormant until then. You will not be asked again.")
                : mail.Project is { Stage: Stage.ApprovalAsked, Next.DueAt: var due }
                ? mail.Say(
                    $"Sans réponse avant le {mail.FormatDate(due)}, il reste en sommeil et la question reviendra au prochain trimestre.",
                    $"Without an answer before {mail.FormatDate(due)} it stays dormant, and the question comes back next quarter.")
                : mail.Say("Sans réponse, il reste en sommeil.", "Without an answer it stays dormant.")),
        ]);

    static string ErasedFrom(MailContext mail) => mail.FormatDate(RetentionTerm.GetErasure(mail.Project.LastSignOfLife, mail.Calendar));
}
