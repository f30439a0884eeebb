using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Asks the client for information that the validation needs.</summary>
static class MissingInformationMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : il nous manque une précision", $"{mail.Title}: one thing is missing"),
        mail.Say("Quelques lignes de votre part et nous avançons.", "A few lines from you and we move on."),
        [
            .. Wanted(mail),
            new ActionButton(mail.Say("Répondre en ligne", "Answer online"), mail.CreateClientLink(LinkPurpose.MissingInformation)),
            new Paragraph(mail.Say(
                "Vous pouvez aussi répondre simplement à ce mail. Nous vous rappelons dès que nous avons votre réponse.",
                "You may also simply reply to this mail. We will call you back as soon as we have your answer.")),
        ]);

    static MailBlock[] Wanted(MailContext mail) => mail.Request.FreeText is { } words
        ? [
            new Paragraph(mail.Say(
                $"Merci pour notre échange au téléphone. Pour valider votre projet {mail.Title}, il nous manque encore ceci :",
                $"Thank you for talking to us. To validate your project {mail.Title} we still need this:")),
            new Quote(words),
        ]
        : [new Paragraph(mail.Say(
            $"Merci pour notre échange au téléphone. Pour valider votre projet {mail.Title}, il nous manque quelques précisions : votre budget, la date souhaitée, et qui décide.",
            $"Thank you for talking to us. To validate your project {mail.Title} we need a few more details: your budget, the date you have in mind, and who decides."))];
}
