using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// Spreads mails that wait for the same opening over 90 minutes, since a mail service limits the mails of an hour. Each project has its own
/// minute, a pure function of its id.
/// </summary>
public static class Jitter
{
    const uint Minutes = 90;

    /// <summary>The wanted instant when it is open; else the next opening plus the project's own minute, while that is still open.</summary>
    public static DateAdjustment NextOpen(string projectId, Instant wanted, OpeningHours hours, WorkingCalendar calendar)
    {
        var opening = calendar.NextOpen(wanted, hours);
        var own = opening.At + Duration.FromMinutes(GetMinute(projectId));
        return opening.At > wanted && calendar.IsOpen(own, hours) ? opening with { At = own } : opening;
    }

    /// <summary>By FNV-1a, which gives the same minute in every process; <see cref="string.GetHashCode()"/> does not.</summary>
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
