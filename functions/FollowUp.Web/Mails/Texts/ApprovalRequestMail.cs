using FollowUp.Domain;

namespace FollowUp.Web;

/// <summary>Asks a member of staff whether a project that slept for two years may be closed.</summary>
static class ApprovalRequestMail
{
    public static MailText Write(MailMatter m) => m.Mail(
        Insistent.Subject(m, m.Say($"clore {m.Title} faute de signe de vie ?", $"close {m.Title} for lack of a sign of life?")),
        m.Say("Votre décision est attendue.", "Your decision is awaited."),
        [
            .. Insistent.Opening(m),
            new Says(m.Say(
                $"Le projet {m.Title} dort depuis longtemps. Son client n’a plus donné signe de vie depuis le {m.Day(m.Project.LastSignOfLife)}.",
                $"The project {m.Title} has slept for long. Its client has not given a sign of life since {m.Day(m.Project.LastSignOfLife)}.")),
            new Says(m.Project is { Stage: Stage.ApprovalAsked, Next.DueAt: var due }
                ? m.Say(
                    $"Faut-il le clore ? Sans réponse avant le {m.Day(due)}, il reste en sommeil et la question reviendra au prochain trimestre.",
                    $"Shall it be closed? Without an answer before {m.Day(due)} it stays dormant, and the question comes back next quarter.")
                : m.Say(
                    "Faut-il le clore ? Sans réponse, il reste en sommeil.",
                    "Shall it be closed? Without an answer it stays dormant.")),
            Insistent.Decide(m),
        ]);
}
