using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Cadences;

/// <summary>Values of a cadence in words.</summary>
static class CadenceText
{
    /// <summary>"du lundi au vendredi", or the days one by one when they do not follow each other.</summary>
    public static string Days(ImmutableArray<IsoDayOfWeek> days, Language language)
    {
        var names = days.Select(day => Name(day, language)).ToList();
        return days.Length > 2 && days[^1] - days[0] == days.Length - 1
            ? Say(language, $"du {names[0]} au {names[^1]}", $"{names[0]} to {names[^1]}")
            : string.Join(", ", names);
    }

    public static string Windows(ImmutableArray<DailyWindow> windows, Language language) => string.Join(
        Say(language, " et ", " and "),
        windows.Select(w => Say(language, $"de {w.From.FormatTime()} à {w.To.FormatTime()}", $"{w.From.FormatTime()} to {w.To.FormatTime()}")));

    public static string Channels(ImmutableArray<Channel> channels, Language language) =>
        string.Join(", ", channels.Select(c => c == Channel.Phone ? Say(language, "téléphone", "phone") : "mail"));

    public static string List(ImmutableArray<int> numbers, LocalizedText unit, Language language) =>
        $"{string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))} {unit.In(language)}".Trim();

    public static string WorkingDays(int count, Language language) => Count(count, new("jour ouvré", "working day"), new("jours ouvrés", "working days"), language);

    public static string CalendarDays(int count, Language language) => Count(count, new("jour", "day"), new("jours", "days"), language);

    public static string Months(int count, Language language) => Count(count, new("mois", "month"), new("mois", "months"), language);

    /// <summary>A number with its unit. In French zero takes the singular.</summary>
    public static string Count(int count, LocalizedText one, LocalizedText many, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 || (count == 0 && language == Language.French) ? one : many).In(language)}");

    public static string Say(Language language, string french, string english) => new LocalizedText(french, english).In(language);

    static string Name(IsoDayOfWeek day, Language language) =>
        language.ToCulture().DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));
}
