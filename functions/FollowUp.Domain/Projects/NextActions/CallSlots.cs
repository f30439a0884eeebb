using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// The times at which a client may ask to be called back: a morning and an afternoon of each of the next five days on which calls are
/// allowed. Few enough to choose from at a glance, none sooner than the department promises to call.
/// </summary>
public static class CallSlots
{
    const int Days = 5;
    const int SearchDays = 60;

    /// <returns>Earliest first, ten at most; each lies within the call hours of the cadence and, where it can, of who is in charge.</returns>
    public static ImmutableArray<Instant> GetOffered(Project project, Policy policy, Instant now)
    {
        var table = policy.TableFor(project);
        var calendar = policy.Calendar;
        var hours = policy.GetCallHours(table);
        var soonest = calendar.AddWorkingTime(now, table.Validation.FirstCallWithin, hours);
        var slots = ImmutableArray.CreateBuilder<Instant>(2 * Days);
        var today = calendar.DateOf(now);
        for (int walked = 0, offered = 0; walked < SearchDays && offered < Days; walked++)
        {
            var day = today.PlusDays(walked);
            var before = slots.Count;
            foreach (var part in new[] { HalfDayPart.Morning, HalfDayPart.Afternoon })
            {
                if (FindSlot(new HalfDay(day, part), table.Validation, hours, calendar) is { } slot && slot >= soonest)
                {
                    slots.Add(slot);
                }
            }

            offered += slots.Count > before ? 1 : 0;
        }

        return slots.ToImmutable();
    }

    /// <summary>The cadence's own time of this half-day, else its first open one; null when it has none.</summary>
    static Instant? FindSlot(HalfDay half, ValidationCadence validation, OpeningHours hours, WorkingCalendar calendar)
    {
        var (usual, start) = half.Part == HalfDayPart.Morning
            ? (validation.MorningAt, LocalTime.Midnight)
            : (validation.AfternoonAt, HalfDay.AfternoonStart);
        foreach (var time in new[] { usual, start })
        {
            var open = calendar.NextOpen(calendar.At(half.Date, time), hours).At;
            if (calendar.HalfDayOf(open) == half)
            {
                return open;
            }
        }

        return null;
    }
}
