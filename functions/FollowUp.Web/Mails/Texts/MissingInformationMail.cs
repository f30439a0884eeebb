namespace FollowUp.Web;

/// <summary>Validation needs something that the client has yet to tell.</summary>
static class MissingInformationMail
{
    public static MailText Write(MailMatter m) => m.Mail(
        m.Say($"{m.Title} : il nous manque une précision", $"{m.Title}: one thing is missing"),
        m.Say("Quelques lignes de votre part et nous avançons.", "A few lines from you and we move on."),
        [
            .. Wanted(m),
            new Offers(m.Say("Répondre en ligne", "Answer online"), m.ClientLink(LinkPurpose.MissingInformation)),
            new Says(m.Say(
                "Vous pouvez aussi répondre simplement à ce mail. Nous vous rappelons dès que nous avons votre réponse.",
                "You may also simply reply to this mail. We will call you back as soon as we have your answer.")),
        ]);

    static MailBlock[] Wanted(MailMatter m) => m.Letter.FreeText is { } words
        ? [
            new Says(m.Say(
                $"Merci pour notre échange au téléphone. Pour valider votre projet {m.Title}, il nous manque encore ceci :",
                $"Thank you for talking to us. To validate your project {m.Title} we still need this:")),
            new Quotes(words),
        ]
        : [new Says(m.Say(
            $"Merci pour notre échange au téléphone. Pour valider votre projet {m.Title}, il nous manque quelques précisions : votre budget, la date souhaitée, et qui décide.",
            $"Thank you for talking to us. To validate your project {m.Title} we need a few more details: your budget, the date you have in mind, and who decides."))];
}
