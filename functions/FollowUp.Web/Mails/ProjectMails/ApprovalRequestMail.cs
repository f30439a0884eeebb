using FollowUp.Domain.Projects;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Asks a member of staff whether a project that slept for two years may be closed.</summary>
static class ApprovalRequestMail
{
    public static MailContent Build(MailContext m) => m.Build(
        StaffRequestParts.Subject(m, m.Say($"clore {m.Title}, sans nouvelles du client ?", $"close {m.Title}, whose client has gone silent?")),
        m.Say("Rien ne se fait sans votre réponse.", "Nothing happens without your answer."),
        [
            .. StaffRequestParts.Opening(m),
            new Paragraph(m.Say(
                $"Le client du projet {m.Title} n’a plus donné signe de vie depuis le {m.FormatDate(m.Project.LastSignOfLife)}. Faut-il clore le projet ?",
                $"The client of the project {m.Title} has given no sign of life since {m.FormatDate(m.Project.LastSignOfLife)}. Shall the project be closed?")),
            StaffRequestParts.DecideButton(m),
            new Paragraph(m.Project is { Stage: Stage.ApprovalAsked, Next.DueAt: var due }
                ? m.Say(
                    $"Sans réponse avant le {m.FormatDate(due)}, il reste en sommeil et la question reviendra au prochain trimestre.",
                    $"Without an answer before {m.FormatDate(due)} it stays dormant, and the question comes back next quarter.")
                : m.Say("Sans réponse, il reste en sommeil.", "Without an answer it stays dormant.")),
        ]);
}
