using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Domain.Text;

/// <summary>Dates and times as people of each language write them.</summary>
public static class DateText
{
    static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The culture of a language: fr-FR or en-GB.</summary>
    public static CultureInfo ToCulture(this Language language) => language == Language.English ? English : French;

    /// <summary>"mar. 24 nov." or "Tue 24 Nov".</summary>
    public static string FormatShortDay(this LocalDate day, Language language) =>
        LocalDatePattern.Create($"ddd {GetDayPattern(day, language)} MMM", language.ToCulture()).Format(day);

    /// <summary>"mardi 24 novembre 2026" or "Tuesday 24 November 2026".</summary>
    public static string FormatLongDay(this LocalDate day, Language language) =>
        LocalDatePattern.Create($"dddd {GetDayPattern(day, language)} MMMM yyyy", language.ToCulture()).Format(day);

    /// <summary>The long form, with the year only when it differs from that of <paramref name="today"/>.</summary>
    public static string FormatLongDay(this LocalDate day, Language language, LocalDate today) => day.Year == today.Year
        ? LocalDatePattern.Create($"dddd {GetDayPattern(day, language)} MMMM", language.ToCulture()).Format(day)
        : day.FormatLongDay(language);

    /// <summary>The first of a month is an ordinal in French: "1er février".</summary>
    static string GetDayPattern(LocalDate day, Language language) => language == Language.French && day.Day == 1 ? "d'er'" : "d";

    /// <summary>"09:30", in both languages.</summary>
    public static string FormatTime(this LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);
}
