using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using NodaTime;

namespace FollowUp.Web.Shared.Wording;

/// <summary>Days and times in Paris, in a language, relative to now.</summary>
public sealed record DateTimeText(WorkingCalendar Calendar, Language Language, Instant Now)
{
    /// <summary>The hours in which staff make calls.</summary>
    static readonly OpeningHours WorkingHours = DefaultCadence.Company.Calls;

    static readonly Duration WorkingDay = Duration.FromHours(8);

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

    /// <summary>
    /// "2 h de retard", "3 jours ouvrés de retard", in working hours: what was due on Friday evening is not two days late on Monday morning. Null before it
    /// is due, in the first minute, and while no working hour has passed since.
    /// </summary>
    public string? FormatDelay(Instant due)
    {
        var late = Calendar.OpenTimeBetween(due, Now, WorkingHours);
        return late switch
        {
            _ when late < Duration.FromMinutes(1) => null,
            _ when late < Duration.FromHours(1) => Say($"{late.Minutes} min de retard", $"{late.Minutes} min late"),
            _ when late < WorkingDay => Say($"{late.Hours} h de retard", $"{late.Hours} h late"),
            _ when late < 2 * WorkingDay => Say("un jour ouvré de retard", "a working day late"),
            _ => Say($"{(int)(late / WorkingDay)} jours ouvrés de retard", $"{(int)(late / WorkingDay)} working days late"),
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
