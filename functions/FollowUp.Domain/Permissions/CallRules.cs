using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Permissions;

/// <summary>The cap on calls to a private person: four in any thirty days (décret 2022-1313, Code de la consommation D223-9).</summary>
public static class CallRules
{
    /// <summary>When the cap allows the next call; null when it allows one at <paramref name="wanted"/>.</summary>
    /// <param name="calls">The recent calls, oldest first.</param>
    /// <param name="wanted">The wanted instant.</param>
    /// <param name="cap">Null when there is no cap.</param>
    /// <param name="calendar">Counts the days of the period.</param>
    public static Instant? GetNextAllowedCall(ImmutableArray<Instant> calls, Instant wanted, CallCap? cap, WorkingCalendar calendar)
    {
        if (cap is null || calls.Length < cap.Calls)
        {
            return null;
        }

        // The oldest of the calls that fill the cap must be a whole period old, both in calendar days and in elapsed time.
        var oldest = calls[^cap.Calls];
        var free = Instant.Max(calendar.AddDays(oldest, cap.Days), oldest + Duration.FromDays(cap.Days));
        return free > wanted ? free : null;
    }
}
