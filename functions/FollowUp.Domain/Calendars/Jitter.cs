using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// A closed night, weekend or holiday piles relaunches up at one opening, and a mail service takes only so many an hour. Those that slid
/// there leave it over an hour and a half, each project at its own minute: a function of its id, the same at every reckoning.
/// </summary>
public static class Jitter
{
    const uint Minutes = 90;

    /// <summary>The wanted instant itself where it is open; else the opening, and the project's own minute after it.</summary>
    public static DateAdjustment NextOpen(string projectId, Instant wanted, OpeningHours hours, WorkingCalendar calendar)
    {
        var slide = calendar.NextOpen(wanted, hours);
        var own = slide.At + Duration.FromMinutes(GetMinute(projectId));
        return slide.At > wanted && calendar.IsOpen(own, hours) ? slide with { At = own } : slide;
    }

    /// <summary>FNV-1a: every machine and every year gives the same minute, which <see cref="string.GetHashCode()"/> does not.</summary>
    static int GetMinute(string projectId)
    {
        var hash = 2166136261u;
        foreach (var letter in projectId)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return (int)(hash % Minutes);
    }
}
