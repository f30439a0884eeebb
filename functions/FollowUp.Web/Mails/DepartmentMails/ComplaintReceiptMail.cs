using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.PublicPages;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>The receipt of a complaint: its reference, what happens next, and by when.</summary>
static class ComplaintReceiptMail
{
    public static MailContent Build(Complaint complaint, ComplaintAuthor author, LocalDate received, LocalDate due, MailOptions department, PagesOptions pages)
    {
        var language = author.Language;
        string Say(string french, string english) => language.Pick(french, english);
        return new MailContent(
            language,
            Say($"Votre réclamation {complaint.Id} est bien arrivée", $"Your complaint {complaint.Id} has arrived"),
            Say($"Réponse au plus tard le {due.FormatLongDay(language)}.", $"An answer by {due.FormatLongDay(language)} at the latest."),
            Say($"Bonjour {author.Name},", $"Dear {author.Name},"),
            [
                new Paragraph(Say(
                    $"Nous avons bien reçu votre réclamation le {received.FormatLongDay(language)}. Voici la suite.",
                    $"We received your complaint on {received.FormatLongDay(language)}. This is what happens next.")),
                new DefinitionList(
                [
                    (Say("Référence :", "Reference:"), complaint.Id),
                    .. complaint.ProjectId is { } project
                        ? [(Say("Projet :", "Project:"), Say($"n° {project}", $"no. {project}"))]
                        : Array.Empty<(string, string)>(),
                    (Say("Réponse d’ici au :", "Answer by:"), due.FormatLongDay(language)),
                ]),
                new Paragraph(Say(
                    "Le responsable du suivi la lit lui-même, avec tout ce qui a été fait et quand. Il vous répond par écrit, au plus tard à cette date.",
                    "The manager of the follow-up reads it in person, with all that was done and when, and answers you in writing, by that day at the latest.")),
                new Paragraph(Say(
                    "Pour ajouter quelque chose, répondez à ce mail en laissant la référence dans l’objet.",
                    "To add something, reply to this email and keep the reference in the subject.")),
            ],
            [department.DepartmentName, PhoneFormatter.Format(department.DepartmentPhone, language)],
            [new FooterLine(Say(
                "Vous recevez ce mail parce que vous nous avez adressé une réclamation.",
                "You receive this email because you sent us a complaint.")),
            new FooterLine(
                Say("Notre charte : ce que nous faisons, ce que nous ne faisons pas", "Our charter: what we do, what we do not do"),
                pages.PublicPage(PublicPageAddresses.Charter, language))])
        {
            Closing = Say("Bien à vous,", "Kind regards,"),
        };
    }
}
