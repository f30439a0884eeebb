using FollowUp.Application.Absences;
using FollowUp.Application.People;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Console.Staffing;

/// <summary>Sentences about absences.</summary>
static class AbsenceTexts
{
    public static readonly LocalizedText OwnStandIn = new("On ne se remplace pas soi-même.", "A person does not stand in for themselves.");

    /// <summary>"14 projets à Yanis le lundi 3 août, retour le vendredi 21 août": what an absence moves.</summary>
    public static string DescribeMoves(AbsenceRow row, DateTimeText days)
    {
        var (today, language) = (days.Today, days.Language);
        var count = row.Projects == 1 ? language.Pick("Un projet", "One project") : language.Pick($"{row.Projects} projets", $"{row.Projects} projects");
        var parts = row.Spans.Select((span, i) => DescribeSpan(span, i, today, language));
        var back = days.Calendar.AddWorkingDays(row.Absence.To.PlusDays(1), 0).FormatLongDay(language);
        return row.Projects == 0
            ? language.Pick($"Aucun projet à confier pour l’instant ; retour le {back}.", $"No project to hand over for now; back on {back}.")
            : language.Pick($"{count} {string.Join(", ", parts)} ; retour le {back}.", $"{count} {string.Join(", ", parts)}; back on {back}.");
    }

    /// <summary>Who stands in on a day of the calendar, or that nobody does.</summary>
    public static string DescribeDay(Staff absent, Absence absence, Staff? standIn, Language language) => (standIn, absence.StandIn) switch
    {
        ({ } present, _) => language.Pick($"Absence de {absent.Name}, {present.Name} remplace", $"{absent.Name} away, {present.Name} stands in"),
        (null, null) => language.Pick($"Absence de {absent.Name}, sans remplaçant", $"{absent.Name} away, no stand-in"),
        _ => language.Pick($"Absence de {absent.Name}, sans remplaçant présent", $"{absent.Name} away, no stand-in present"),
    };

    static string DescribeSpan(AbsenceSpan span, int position, LocalDate today, Language language)
    {
        var when = (position, span.From <= today) switch
        {
            (0, true) => language.Pick("depuis le ", "since ") + span.From.FormatShortDay(language),
            (0, false) => language.Pick("le ", "on ") + span.From.FormatLongDay(language),
            _ => language.Pick("le ", "on ") + span.From.FormatShortDay(language),
        };
        return span.StandIn is { } standIn
            ? language.Pick($"à {standIn.Name} {when}", $"to {standIn.Name} {when}")
            : language.Pick($"sans remplaçant {when} (un collègue est sollicité)", $"without stand-in {when} (a colleague is asked)");
    }
}
