using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>The answer to a complaint, in the words of the manager.</summary>
static class ComplaintAnswerMail
{
    /// <param name="answer">The answer as it leaves.</param>
    /// <param name="manager">The name of the manager; null when it is not known any more.</param>
    public static MailContent Build(Complaint complaint, string answer, ComplaintAuthor author, LocalDate received, string? manager, MailOptions department)
    {
        var language = author.Language;
        string Say(string french, string english) => language.Pick(french, english);
        return new MailContent(
            language,
            Say($"Réponse à votre réclamation {complaint.Id}", $"Answer to your complaint {complaint.Id}"),
            Say($"Votre réclamation du {received.FormatLongDay(language)}.", $"Your complaint of {received.FormatLongDay(language)}."),
            Say($"Bonjour {author.Name},", $"Dear {author.Name},"),
            [
                .. answer.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => new Paragraph(text)),
                new Paragraph(Say(
                    "Si cette réponse ne vous satisfait pas, répondez à ce mail en laissant la référence dans l’objet.",
                    "If this answer does not settle the matter, reply to this email and keep the reference in the subject.")),
            ],
            [.. manager is null ? Array.Empty<string>() : [manager], department.DepartmentName, PhoneFormatter.Format(department.DepartmentPhone, language)],
            [new FooterLine(Say(
                "Vous recevez ce mail parce que vous nous avez adressé une réclamation.",
                "You receive this email because you sent us a complaint."))])
        {
            Closing = Say("Bien à vous,", "Kind regards,"),
        };
    }
}
