using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Tells the client that the project is not validated, and why.</summary>
static class NotSeriousMail
{
    public static MailContent Build(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : nous ne pouvons pas le valider", $"{mail.Title}: we cannot validate it"),
        mail.Say("Voici pourquoi, et comment y revenir.", "This is why, and how to come back to it."),
        new Paragraph(mail.Say(
            $"Merci pour le temps que vous nous avez accordé au sujet de votre projet {mail.Title}.",
            $"Thank you for the time you gave us about your project {mail.Title}.")),
        new Paragraph(mail.Say(
            $"À ce stade, nous ne le validons pas : {mail.Say(Because(mail))}. Nous ne présentons aux prestataires que des projets prêts à démarrer.",
            $"At this stage we do not validate it: {mail.Say(Because(mail))}. We show providers only projects that are ready to start.")),
        new Paragraph(mail.Say(
            "Si votre situation change, répondez simplement à ce mail : nous le rouvrirons avec plaisir.",
            "Should your situation change, simply reply to this email: we will gladly reopen it.")));

    static LocalizedText Because(MailContext mail) => (mail.Request.Cause?.Event as ProjectClosed)?.NotSerious switch
    {
        NotSeriousReason.NoRealNeed => new("le besoin ne nous paraît pas encore arrêté", "the need does not seem settled yet"),
        NotSeriousReason.NoBudget => new("aucun budget n’est prévu pour l’instant", "no budget is set aside for now"),
        NotSeriousReason.JustCurious => new("il s’agissait surtout de se renseigner", "it was mostly about finding out"),
        NotSeriousReason.Competitor => new("il ne correspond pas à l’objet de notre site", "it does not match the purpose of our website"),
        NotSeriousReason.Test => new("il nous a semblé être un essai", "it looked like a test to us"),
        _ => new("il ne remplit pas toutes nos conditions", "it does not meet all our conditions"),
    };
}
