using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using NodaTime;

namespace FollowUp.Web.Shared.Wording;

/// <summary>Days and times in Paris, in a language, relative to now.</summary>
public sealed record DateTimeText(WorkingCalendar Calendar, Language Language, Instant Now)
{
    public LocalDate Today => Calendar.DateOf(Now);

    /// <summary>The current minute as the value of a <c>datetime-local</c> field.</summary>
    public string NowAsFieldValue => FormMessages.LocalMinutePattern.Format(Calendar.ToLocal(Now));

    /// <summary>"mardi 24 novembre 2026 à 10:00".</summary>
    public string FormatDateTime(Instant at)
    {
        var local = Calendar.ToLocal(at);
        return Say($"{local.Date.FormatLongDay(Language)} à {local.TimeOfDay.FormatTime()}", $"{local.Date.FormatLongDay(Language)} at {local.TimeOfDay.FormatTime()}");
    }

    public string FormatDate(Instant at) => Calendar.DateOf(at).FormatLongDay(Language);

    /// <summary>"aujourd’hui 10:00", "demain 14:30", "jeu. 26 nov. 10:00", with the year when it is another one.</summary>
    public string FormatShort(Instant at)
    {
        var local = Calendar.ToLocal(at);
        return $"{FormatNearDate(local.Date)} {local.TimeOfDay.FormatTime()}";
    }

    /// <summary>The day alone: "aujourd’hui", "jeu. 26 nov.".</summary>
    public string FormatShortDate(Instant at) => FormatNearDate(Calendar.DateOf(at));

    public string FormatTime(Instant at) => Calendar.ToLocal(at).TimeOfDay.FormatTime();

    /// <summary>"2 h de retard", "3 jours de retard"; null before it is due and in the first minute.</summary>
    public string? FormatDelay(Instant due)
    {
        var late = Now - due;
        return late switch
        {
            _ when late < Duration.FromMinutes(1) => null,
            _ when late < Duration.FromHours(1) => Say($"{late.Minutes} min de retard", $"{late.Minutes} min late"),
            _ when late < Duration.FromDays(1) => Say($"{late.Hours} h de retard", $"{late.Hours} h late"),
            _ when late < Duration.FromDays(2) => Say("un jour de retard", "a day late"),
            _ => Say($"{late.Days} jours de retard", $"{late.Days} days late"),
        };
    }

    string FormatNearDate(LocalDate day) => Period.DaysBetween(Today, day) switch
    {
        0 => Say("aujourd’hui", "today"),
        1 => Say("demain", "tomorrow"),
        -1 => Say("hier", "yesterday"),
        _ => day.Year == Today.Year ? day.FormatShortDay(Language) : $"{day.FormatShortDay(Language)} {day.Year}",
    };

    string Say(string french, string english) => Language.Pick(french, english);
}
