using FollowUp.Domain.Projects.NextActions;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The project has arrived: who calls, when, and on which number.</summary>
static class ReceiptMail
{
    public static MailContent Build(MailContext m) => m.Build(
        m.Say($"{m.Title} : votre projet est bien arrivé", $"{m.Title}: we have your project"),
        Call(m),
        new Paragraph(m.Say(
            $"Votre projet {m.Title} nous est bien parvenu, merci de votre confiance. {Call(m)}",
            $"Your project {m.Title} has reached us; thank you for your trust. {Call(m)}")),
        new ActionButton(
            m.Say("Choisir un autre moment ou corriger mon numéro", "Choose another time or correct my number"),
            m.CreateClientLink(LinkPurpose.CallBackSlot)),
        new Paragraph(m.Say(
            "Quelques minutes suffisent : ce que vous attendez, votre budget, la date souhaitée. Votre projet est ensuite présenté aux prestataires.",
            "A few minutes are enough: what you need, your budget, the date you have in mind. Your project is then shown to providers.")));

    static string Call(MailContext m)
    {
        var number = m.Request.Dossier?.Phone is { } phone ? PhoneFormatter.Format(phone, m.Language) : null;
        var when = m.Project.Next is { Kind: ActionKind.Call, DueAt: var due } && due > m.Request.Now ? m.FormatDateTime(due) : null;
        return (when, number) switch
        {
            ({ } at, { } on) => m.Say(
                $"{m.Signatory} vous appellera au plus tard le {at}, au {on}.", $"{m.Signatory} will call you on {on}, by {at} at the latest."),
            ({ } at, null) => m.Say($"{m.Signatory} vous appellera au plus tard le {at}.", $"{m.Signatory} will call you by {at} at the latest."),
            (null, { } on) => m.Say($"{m.Signatory} vous appellera bientôt, au {on}.", $"{m.Signatory} will call you soon, on {on}."),
            _ => m.Say($"{m.Signatory} vous appellera bientôt.", $"{m.Signatory} will call you soon."),
        };
    }
}
