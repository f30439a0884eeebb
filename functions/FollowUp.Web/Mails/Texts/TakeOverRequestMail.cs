using FollowUp.Domain;

namespace FollowUp.Web;

/// <summary>Asks a colleague to take over a project whose coordinator is absent and has no stand-in.</summary>
static class TakeOverRequestMail
{
    public static MailText Write(MailMatter m) => m.Mail(
        Insistent.Subject(m, m.Say($"{m.Title} : pouvez-vous le reprendre ?", $"{m.Title}: can you take it over?")),
        m.Say("Un collègue est absent, sans remplaçant.", "A colleague is away, with no stand-in."),
        [
            .. Insistent.Opening(m),
            new Says(m.Say(
                $"La personne en charge du projet {m.Title} est absente et personne ne la remplace.",
                $"The person in charge of the project {m.Title} is away and nobody stands in.")),
            .. Next(m),
            new Says(m.Message.Insistence == Insistence.Escalated
                ? m.Say(
                    "Le collègue à qui la reprise a été proposée n’a pas répondu. Vous pouvez la décider à sa place.",
                    "The colleague who was asked has not answered. You can decide in their place.")
                : m.Say(
                    "Pouvez-vous le suivre pendant cette absence ? Il reviendra ensuite à son suiveur.",
                    "Can you follow it for the time of the absence? It goes back to its coordinator afterwards.")),
            Insistent.Decide(m),
        ]);

    static MailBlock[] Next(MailMatter m) => m.Project.Next is { } next
        ? [new Lists([(m.Say("À venir :", "Next:"), next.Describe(m.Language, m.Calendar))])]
        : [];
}
