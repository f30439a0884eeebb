using FollowUp.Domain.Projects.NextActions;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>
/// Confirms a submission to the client: who will call, when, and on which number. Without a coordinator it promises no call.
/// </summary>
static class ReceiptMail
{
    public static MailContent Build(MailContext mail) => mail.Request.InCharge is null ? BuildWithoutCall(mail) : BuildWithCall(mail);

    static MailContent BuildWithoutCall(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : votre projet est bien arrivé", $"{mail.Title}: we have your project"),
        mail.Say("Il est enregistré.", "It is recorded."),
        new Paragraph(mail.Say(
            $"Votre projet {mail.Title} nous est bien parvenu, merci de votre confiance. Il est enregistré, et vous pouvez voir à tout moment où il en est.",
            $"Your project {mail.Title} has reached us; thank you for your trust. It is recorded, and you can see at any time where it stands.")),
        new ActionButton(mail.Say("Voir mon projet", "See my project"), mail.CreateClientLink(LinkPurpose.ClientPage)),
        new Paragraph(mail.Say(
            "Une précision, une question ? Répondez simplement à ce mail.",
            "A detail to add, a question? Simply reply to this email.")));

    static MailContent BuildWithCall(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : votre projet est bien arrivé", $"{mail.Title}: we have your project"),
        Call(mail),
        new Paragraph(mail.Say(
            $"Votre projet {mail.Title} nous est bien parvenu, merci de votre confiance. {Call(mail)}",
            $"Your project {mail.Title} has reached us; thank you for your trust. {Call(mail)}")),
        new ActionButton(
            mail.Say("Choisir un autre moment ou corriger mon numéro", "Choose another time or correct my number"),
            mail.CreateClientLink(LinkPurpose.CallBackSlot)),
        new Paragraph(mail.Say(
            "Quelques minutes suffisent : ce que vous attendez, votre budget, la date souhaitée. Votre projet est ensuite présenté aux prestataires.",
            "A few minutes are enough: what you need, your budget, the date you have in mind. Your project is then shown to providers.")));

    static string Call(MailContext mail)
    {
        var number = mail.Request.Dossier?.Phone is { } phone ? PhoneFormatter.Format(phone, mail.Language) : null;
        var when = mail.Project.Next is { Kind: ActionKind.Call, DueAt: var due } && due > mail.Request.Now ? mail.FormatDateTime(due) : null;
        return (when, number) switch
        {
            ({ } at, { } on) => mail.Say(
                $"{mail.Signatory} vous appellera au plus tard le {at}, au {on}.", $"{mail.Signatory} will call you on {on}, by {at} at the latest."),
            ({ } at, null) => mail.Say($"{mail.Signatory} vous appellera au plus tard le {at}.", $"{mail.Signatory} will call you by {at} at the latest."),
            (null, { } on) => mail.Say($"{mail.Signatory} vous appellera bientôt, au {on}.", $"{mail.Signatory} will call you soon, on {on}."),
            _ => mail.Say($"{mail.Signatory} vous appellera bientôt.", $"{mail.Signatory} will call you soon."),
        };
    }
}
