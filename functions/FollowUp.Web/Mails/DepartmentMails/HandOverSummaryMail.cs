using FollowUp.Application.People;
using FollowUp.Web.Console;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Tells a coordinator, in one mail, that projects of a colleague are theirs now.</summary>
static class HandOverSummaryMail
{
    /// <param name="from">The name of the colleague.</param>
    /// <param name="openProjects">How many projects the recipient is in charge of now.</param>
    public static MailContent Build(Staff recipient, string from, int openProjects, MailOptions department, PagesOptions pages)
    {
        var language = recipient.Language;
        string Say(string french, string english) => language.Pick(french, english);
        return new MailContent(
            language,
            Say($"Des projets de {from} vous sont confiés", $"Projects of {from} are yours now"),
            Say("Ils sont dans votre journée.", "They are in your day."),
            Say($"Bonjour {TextShape.GetFirstName(recipient.Name)},", $"Hello {TextShape.GetFirstName(recipient.Name)},"),
            [
                new Paragraph(Say(
                    $"Des projets suivis par {from} sont maintenant à vous. Ce qui était prévu reste prévu : mêmes appels, mêmes heures.",
                    $"Projects that {from} followed are yours now. What was planned stays planned: the same calls at the same times.")),
                new Paragraph(openProjects == 1
                    ? Say("Vous suivez désormais un projet en tout.", "You now follow one project in all.")
                    : Say($"Vous suivez désormais {openProjects} projets en tout.", $"You now follow {openProjects} projects in all.")),
                new ActionButton(Say("Ouvrir ma journée", "Open my day"), pages.Address(ConsoleAddresses.Day)),
            ],
            [department.DepartmentName],
            []);
    }
}
