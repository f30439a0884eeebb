using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Permissions;

/// <summary>The cap on calls to a private person: four in any thirty days (décret 2022-1313, Code de la consommation D223-9).</summary>
public static class CallRules
{
    /// <summary>When the cap allows the next call; null when it already does at <paramref name="wanted"/>.</summary>
    public static Instant? GetNextAllowedCall(ImmutableArray<Instant> calls, Instant wanted, CallCap? cap, WorkingCalendar calendar)
    {
        if (cap is null || calls.Length < cap.Calls)
        {
            return null;
        }

        // The n-th newest call must be a whole period old; by the calendar and by the clock, whichever is later.
        var oldest = calls[^cap.Calls];
        var free = Instant.Max(calendar.AddDays(oldest, cap.Days), oldest + Duration.FromDays(cap.Days));
        return free > wanted ? free : null;
    }
}
