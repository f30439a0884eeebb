using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The first conversation found the project serious: what happens from here on.</summary>
static class ValidatedMail
{
    public static MailContent Build(MailContext m) => m.Build(
        m.Say($"{m.Title} est validé : la suite", $"{m.Title} is validated: what comes next"),
        m.Say("Les prestataires peuvent maintenant venir vers vous.", "Providers can now come forward to you."),
        new Paragraph(m.Say(
            $"Merci pour notre échange. Votre projet {m.Title} est validé : les prestataires intéressés peuvent maintenant venir vers vous.",
            $"Thank you for talking to us. Your project {m.Title} is validated: providers who are interested can now come forward to you.")),
        new ActionButton(m.Say("Voir ma page de suivi", "See my project’s page"), m.CreateClientLink(LinkPurpose.ClientPage)),
        new Paragraph(m.Say(
            "Cette page montre à tout moment où en est le projet et qui s’est manifesté. Vous pouvez aussi y faire une pause ou tout arrêter.",
            "This page shows at any time where the project stands and who came forward. You can also pause there, or stop it all.")),
        new Paragraph(m.Say(
            $"Le choix reste entièrement le vôtre. {m.Signatory} suit votre projet et prendra de vos nouvelles de temps en temps, jusqu’à ce que vous ayez trouvé.",
            $"The choice is entirely yours. {m.Signatory} follows your project and will ask for news now and then, until you have found what you need.")));
}
