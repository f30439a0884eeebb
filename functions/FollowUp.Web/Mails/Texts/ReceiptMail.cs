using FollowUp.Domain.Projects.NextActions;

namespace FollowUp.Web;

/// <summary>The project has arrived: who calls, when, and on which number.</summary>
static class ReceiptMail
{
    public static MailText Write(MailMatter m) => m.Mail(
        m.Say($"{m.Title} : votre projet est bien arrivé", $"{m.Title}: we have your project"),
        Call(m),
        new Says(m.Say(
            $"Votre projet {m.Title} nous est bien parvenu, merci de votre confiance. {Call(m)}",
            $"Your project {m.Title} has reached us; thank you for your trust. {Call(m)}")),
        new Offers(
            m.Say("Choisir un autre moment ou corriger mon numéro", "Choose another time or correct my number"),
            m.ClientLink(LinkPurpose.CallBackSlot)),
        new Says(m.Say(
            "Quelques minutes suffisent : ce que vous attendez, votre budget, la date souhaitée. Votre projet est ensuite présenté aux prestataires.",
            "A few minutes are enough: what you need, your budget, the date you have in mind. Your project is then shown to providers.")));

    static string Call(MailMatter m)
    {
        var number = m.Letter.Dossier?.Phone is { } phone ? Phones.Display(phone, m.Language) : null;
        var when = m.Project.Next is { Kind: ActionKind.Call, DueAt: var due } && due > m.Letter.Now ? m.When(due) : null;
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
