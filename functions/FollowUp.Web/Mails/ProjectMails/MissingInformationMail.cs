using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Validation needs something that the client has yet to tell.</summary>
static class MissingInformationMail
{
    public static MailContent Build(MailContext m) => m.Build(
        m.Say($"{m.Title} : il nous manque une précision", $"{m.Title}: one thing is missing"),
        m.Say("Quelques lignes de votre part et nous avançons.", "A few lines from you and we move on."),
        [
            .. Wanted(m),
            new ActionButton(m.Say("Répondre en ligne", "Answer online"), m.CreateClientLink(LinkPurpose.MissingInformation)),
            new Paragraph(m.Say(
                "Vous pouvez aussi répondre simplement à ce mail. Nous vous rappelons dès que nous avons votre réponse.",
                "You may also simply reply to this mail. We will call you back as soon as we have your answer.")),
        ]);

    static MailBlock[] Wanted(MailContext m) => m.Request.FreeText is { } words
        ? [
            new Paragraph(m.Say(
                $"Merci pour notre échange au téléphone. Pour valider votre projet {m.Title}, il nous manque encore ceci :",
                $"Thank you for talking to us. To validate your project {m.Title} we still need this:")),
            new Quote(words),
        ]
        : [new Paragraph(m.Say(
            $"Merci pour notre échange au téléphone. Pour valider votre projet {m.Title}, il nous manque quelques précisions : votre budget, la date souhaitée, et qui décide.",
            $"Thank you for talking to us. To validate your project {m.Title} we need a few more details: your budget, the date you have in mind, and who decides."))];
}
