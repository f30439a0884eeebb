using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>
/// Tells a provider that the client is interested in it. It promises nothing and names neither the client nor other providers (product page,
/// good chances).
/// </summary>
static class GoodChancesMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : le client s’intéresse à vous", $"{mail.Title}: the client is interested in you"),
        mail.Say("Une bonne nouvelle, sans engagement de sa part.", "Good news, without any commitment."),
        new Paragraph(mail.Say(
            $"Lors de notre suivi du projet {mail.Title}, le client nous a fait part de son intérêt pour vous.",
            $"While we were following up the project {mail.Title}, the client told us that they are interested in you.")),
        new Paragraph(mail.Say(
            "Cet avis n’est ni une commande ni une promesse : le client reste seul maître de sa décision, et peut en changer. Si vous attendiez un signe pour reprendre contact par le site, le moment est bien choisi.",
            "This notice is neither an order nor a promise: the decision is the client’s alone, and may change. If you were waiting for a sign to get back in touch through the website, this is a good time.")),
        new Paragraph(mail.Say(
            "Une question sur le suivi ? Répondez à ce mail : nous vous répondrons, sans communiquer les coordonnées du client.",
            "A question about the follow-up? Reply to this email: we will answer, without passing on the client’s contact details.")));
}
