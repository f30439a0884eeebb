using FollowUp.Domain.Projects;

namespace FollowUp.Web;

/// <summary>Asks a member of staff whether a project that slept for two years may be closed.</summary>
static class ApprovalRequestMail
{
    public static MailText Write(MailMatter m) => m.Mail(
        Insistent.Subject(m, m.Say($"clore {m.Title}, sans nouvelles du client ?", $"close {m.Title}, whose client has gone silent?")),
        m.Say("Rien ne se fait sans votre réponse.", "Nothing happens without your answer."),
        [
            .. Insistent.Opening(m),
            new Says(m.Say(
                $"Le client du projet {m.Title} n’a plus donné signe de vie depuis le {m.Day(m.Project.LastSignOfLife)}. Faut-il clore le projet ?",
                $"The client of the project {m.Title} has given no sign of life since {m.Day(m.Project.LastSignOfLife)}. Shall the project be closed?")),
            Insistent.Decide(m),
            new Says(m.Project is { Stage: Stage.ApprovalAsked, Next.DueAt: var due }
                ? m.Say(
                    $"Sans réponse avant le {m.Day(due)}, il reste en sommeil et la question reviendra au prochain trimestre.",
                    $"Without an answer before {m.Day(due)} it stays dormant, and the question comes back next quarter.")
                : m.Say("Sans réponse, il reste en sommeil.", "Without an answer it stays dormant.")),
        ]);
}
