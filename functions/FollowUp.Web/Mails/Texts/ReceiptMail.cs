using FollowUp.Domain;

namespace FollowUp.Web;

/// <summary>The project has arrived: who calls, when, and on which number.</summary>
static class ReceiptMail
{
    public static MailText Write(MailMatter m) => m.Mail(
        m.Say($"{m.Title} : nous avons bien reçu votre projet", $"{m.Title}: we have received your project"),
        m.Say("Un suiveur projet vous appelle pour en parler.", "A coordinator calls you to talk about it."),
        new Says(m.Say(
            $"Votre projet {m.Title} nous est bien parvenu. Merci de votre confiance.",
            $"Your project {m.Title} has reached us. Thank you for your trust.")),
        new Says(Call(m)),
        new Says(m.Say(
            "Quelques minutes suffisent : ce que vous attendez, votre budget, la date souhaitée. Les prestataires ne sont invités qu’ensuite.",
            "A few minutes are enough: what you need, your budget, the date you have in mind. Providers are invited only after that.")),
        new Offers(
            m.Say("Choisir un autre moment ou corriger mon numéro", "Choose another time or correct my number"),
            m.ClientLink(LinkPurpose.CallBackSlot)));

    static string Call(MailMatter m)
    {
        var number = m.Letter.Dossier?.Phone is { } phone ? Phones.Display(phone, m.Language) : null;
        var when = m.Project.Next is { Kind: ActionKind.Call, DueAt: var due } && due > m.Letter.Now ? m.When(due) : null;
        return (when, number) switch
        {
            ({ } at, { } on) => m.Say(
                $"{m.Signatory} vous appellera d’ici au {at}, au {on}.", $"{m.Signatory} will call you by {at}, on {on}."),
            ({ } at, null) => m.Say($"{m.Signatory} vous appellera d’ici au {at}.", $"{m.Signatory} will call you by {at}."),
            (null, { } on) => m.Say($"{m.Signatory} vous appellera bientôt, au {on}.", $"{m.Signatory} will call you soon, on {on}."),
            _ => m.Say($"{m.Signatory} vous appellera bientôt.", $"{m.Signatory} will call you soon."),
        };
    }
}
