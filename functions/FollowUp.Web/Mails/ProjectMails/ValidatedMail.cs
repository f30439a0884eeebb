using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.PublicPages;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Tells the client that the project is validated, and what happens next.</summary>
static class ValidatedMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} est validé : la suite", $"{mail.Title} is validated: what comes next"),
        mail.Say("Les prestataires peuvent maintenant venir vers vous.", "Providers can now come forward to you."),
        new Paragraph(mail.Say(
            $"Merci pour notre échange. Votre projet {mail.Title} est validé : les prestataires intéressés peuvent maintenant venir vers vous.",
            $"Thank you for talking to us. Your project {mail.Title} is validated: providers who are interested can now come forward to you.")),
        new ActionButton(mail.Say("Voir ma page de suivi", "See my project’s page"), mail.CreateClientLink(LinkPurpose.ClientPage)),
        new Paragraph(mail.Say(
            "Cette page montre à tout moment où en est le projet et qui s’est manifesté. Vous pouvez aussi y faire une pause ou tout arrêter.",
            "This page shows at any time where the project stands and who came forward. You can also pause there, or stop it all.")),
        new LinkList([new LinkListItem(
            "", mail.Say("Bien choisir un prestataire", "Choosing a provider"), "",
            mail.Say("Que comparer, que fixer par écrit, à quoi veiller : une page.", "What to compare, what to agree in writing, what to watch: one page."),
            mail.Pages.PublicPage(PublicPageAddresses.Guide, mail.Language))]),
        new Paragraph(mail.Say(
            $"Le choix reste entièrement le vôtre. {mail.Signatory} suit votre projet et prendra de vos nouvelles de temps en temps, jusqu’à ce que vous ayez trouvé.",
            $"The choice is entirely yours. {mail.Signatory} follows your project and will ask for news now and then, until you have found what you need.")));
}
