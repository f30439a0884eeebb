using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Asks a colleague to take over a project whose coordinator is absent and has no stand-in.</summary>
static class TakeOverRequestMail
{
    public static MailContent Build(MailContext m) => m.Build(
        StaffRequestParts.Subject(m, m.Say($"pouvez-vous reprendre {m.Title} ?", $"can you take {m.Title} over?")),
        m.Say("Son suiveur est absent, sans remplaçant.", "Its coordinator is away, with no stand-in."),
        [
            .. StaffRequestParts.Opening(m),
            new Paragraph(m.Say(
                $"La personne en charge du projet {m.Title} est absente et personne ne la remplace. {Wanted(m)}",
                $"The person in charge of the project {m.Title} is away and nobody stands in. {Wanted(m)}")),
            .. Next(m),
            StaffRequestParts.DecideButton(m),
        ]);

    static string Wanted(MailContext m) => m.Message.EscalationLevel == EscalationLevel.Escalated
        ? m.Say(
            "Le collègue à qui la reprise a été proposée n’a pas répondu : vous pouvez décider à sa place.",
            "The colleague who was asked has not answered: you can decide in their place.")
        : m.Say(
            "Pouvez-vous le suivre pendant cette absence ? Il reviendra ensuite à son suiveur.",
            "Can you look after it meanwhile? It goes back to its coordinator afterwards.");

    static MailBlock[] Next(MailContext m) => m.Project.Next is { } next
        ? [new DefinitionList([(m.Say("À venir :", "Next:"), next.Describe(m.Language, m.Calendar))])]
        : [];
}
