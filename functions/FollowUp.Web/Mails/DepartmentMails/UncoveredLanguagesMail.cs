using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Text;
using FollowUp.Web.Console;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Tells a manager that open projects are in a language that no coordinator speaks.</summary>
static class UncoveredLanguagesMail
{
    public static MailContent Build(Staff manager, ImmutableSortedDictionary<Language, int> counts, MailOptions department, PagesOptions pages)
    {
        var language = manager.Language;
        string Say(string french, string english) => language.Pick(french, english);
        var names = string.Join(Say(" et ", " and "), counts.Keys.Select(uncovered => LanguageText.Name(uncovered).In(language)));
        return new MailContent(
            language,
            Say($"Aucun suiveur ne parle {names}", $"No coordinator speaks {names}"),
            Say("Des projets ouverts attendent un suiveur de leur langue.", "Open projects need a coordinator of their language."),
            Say($"Bonjour {TextShape.GetFirstName(manager.Name)},", $"Hello {TextShape.GetFirstName(manager.Name)},"),
            [
                .. counts.Select(pair => new Paragraph(Describe(pair.Key, pair.Value))),
                new Paragraph(Say(
                    "En attendant, un suiveur d’une autre langue s’en occupe. Ajoutez cette langue à un suiveur qui la parle, ou un suiveur à l’équipe, puis passez-lui le relais.",
                    "Meanwhile a coordinator of another language is in charge. Add the language to a coordinator who speaks it, or a coordinator to the team, and hand over to them.")),
                new ActionButton(Say("Ouvrir l’équipe", "Open the team"), pages.Address(ConsoleAddresses.Staff)),
            ],
            [department.DepartmentName],
            [new FooterLine(Say(
                "Vous recevez ce mail une fois par semaine tant que cela dure.",
                "You receive this email once a week while this lasts."))]);

        string Describe(Language uncovered, int count)
        {
            var name = LanguageText.Name(uncovered).In(language);
            return count == 1
                ? Say($"Un projet ouvert est en {name}, et aucun suiveur ne parle cette langue.", $"One open project is in {name}, which no coordinator speaks.")
                : Say(
                    $"{count} projets ouverts sont en {name}, et aucun suiveur ne parle cette langue.", $"{count} open projects are in {name}, which no coordinator speaks.");
        }
    }
}
