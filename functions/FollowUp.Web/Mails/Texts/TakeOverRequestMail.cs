using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>Asks a colleague to take over a project whose coordinator is absent and has no stand-in.</summary>
static class TakeOverRequestMail
{
    public static MailText Write(MailMatter m) => m.Mail(
        Insistent.Subject(m, m.Say($"pouvez-vous reprendre {m.Title} ?", $"can you take {m.Title} over?")),
        m.Say("Son suiveur est absent, sans remplaçant.", "Its coordinator is away, with no stand-in."),
        [
            .. Insistent.Opening(m),
            new Says(m.Say(
                $"La personne en charge du projet {m.Title} est absente et personne ne la remplace. {Wanted(m)}",
                $"The person in charge of the project {m.Title} is away and nobody stands in. {Wanted(m)}")),
            .. Next(m),
            Insistent.Decide(m),
        ]);

    static string Wanted(MailMatter m) => m.Message.EscalationLevel == EscalationLevel.Escalated
        ? m.Say(
            "Le collègue à qui la reprise a été proposée n’a pas répondu : vous pouvez décider à sa place.",
            "The colleague who was asked has not answered: you can decide in their place.")
        : m.Say(
            "Pouvez-vous le suivre pendant cette absence ? Il reviendra ensuite à son suiveur.",
            "Can you look after it meanwhile? It goes back to its coordinator afterwards.");

    static MailBlock[] Next(MailMatter m) => m.Project.Next is { } next
        ? [new Lists([(m.Say("À venir :", "Next:"), next.Describe(m.Language, m.Calendar))])]
        : [];
}
