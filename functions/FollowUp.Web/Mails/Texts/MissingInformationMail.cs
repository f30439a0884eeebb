namespace FollowUp.Web;

/// <summary>Validation needs something that the client has yet to tell.</summary>
static class MissingInformationMail
{
    public static MailText Write(MailMatter m)
    {
        var subject = m.Say($"{m.Title} : il nous manque une précision", $"{m.Title}: one thing is missing");
        var preview = m.Say("Quelques lignes de votre part et nous avançons.", "A few lines from you and we move on.");
        var button = new Offers(m.Say("Répondre en ligne", "Answer online"), m.ClientLink(LinkPurpose.MissingInformation));
        var ending = new Says(m.Say(
            "Vous pouvez aussi répondre simplement à ce mail. Nous vous rappelons dès que nous avons votre réponse.",
            "You may also simply reply to this mail. We call you back as soon as we have your answer."));
        return m.Letter.Words is { } words
            ? m.Mail(subject, preview, new Says(m.Say(
                $"Merci de votre accueil au téléphone. Pour valider votre projet {m.Title}, il nous manque encore ceci :",
                $"Thank you for taking our call. To validate your project {m.Title} we still need this:")), new Quotes(words), button, ending)
            : m.Mail(subject, preview, new Says(m.Say(
                $"Merci de votre accueil au téléphone. Pour valider votre projet {m.Title}, il nous manque quelques précisions : votre budget, la date souhaitée, et qui décide.",
                $"Thank you for taking our call. To validate your project {m.Title} we need a few more details: your budget, the date you have in mind, and who decides.")), button, ending);
    }
}
