using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;

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
                "You may also simply reply to this email. We will call you back as soon as we have your answer.")),
        ]);

    static MailBlock[] Wanted(MailContext mail) => mail.Request.FreeText is { } words
        ? [
            new Paragraph(mail.Say(
                $"Merci pour notre échange au téléphone. Pour valider votre projet {mail.Title}, il nous manque encore ceci :",
                $"Thank you for talking to us. To validate your project {mail.Title} we still need this:")),
            new Quote(words),
        ]
        : [new Paragraph(MissingFactsText.Describe(mail.Project.Evidence, mail.Language) is { } facts
            ? mail.Say(
                $"Merci pour notre échange au téléphone. Pour valider votre projet {mail.Title}, il nous manque encore : {facts}.",
                $"Thank you for talking to us. To validate your project {mail.Title} we still need to know: {facts}.")
            : mail.Say(
                $"Merci pour notre échange au téléphone. Pour valider votre projet {mail.Title}, il nous manque quelques précisions.",
                $"Thank you for talking to us. To validate your project {mail.Title} we need a few more details."))];
}
