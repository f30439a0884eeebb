using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Asks a coordinator to take over the project of an absent colleague who has no stand-in.</summary>
static class TakeOverRequestMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        StaffRequestParts.Subject(mail, mail.Say($"pouvez-vous reprendre {mail.Title} ?", $"can you take {mail.Title} over?")),
        mail.Say("Son suiveur est absent, sans remplaçant.", "Its coordinator is away, with no stand-in."),
        [
            .. StaffRequestParts.Opening(mail),
            new Paragraph(mail.Say(
                $"La personne en charge du projet {mail.Title} est absente et personne ne la remplace. {Wanted(mail)}",
                $"The person in charge of the project {mail.Title} is away and nobody stands in. {Wanted(mail)}")),
            .. Next(mail),
            StaffRequestParts.DecideButton(mail),
        ]);

    static string Wanted(MailContext mail) => mail.Message.EscalationLevel == EscalationLevel.Escalated
        ? mail.Say(
            "Le collègue à qui la reprise a été proposée n’a pas répondu : vous pouvez décider à sa place.",
            "The colleague who was asked has not answered: you can decide in their place.")
        : mail.Say(
            "Pouvez-vous le suivre pendant cette absence ? Il reviendra ensuite à son suiveur.",
            "Can you look after it meanwhile? It goes back to its coordinator afterwards.");

    static MailBlock[] Next(MailContext mail) => mail.Project.Next is { } next
        ? [new DefinitionList([(mail.Say("À venir :", "Next:"), next.Describe(mail.Language, mail.Calendar))])]
        : [];
}
