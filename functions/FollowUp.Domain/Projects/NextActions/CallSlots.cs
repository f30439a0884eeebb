using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// The times at which a client may ask to be called back: a morning and an afternoon on each of the next five days that allow calls, none
/// sooner than the delay of a first call.
/// </summary>
public static class CallSlots
{
    const int Days = 5;
    const int SearchDays = 60;

    /// <returns>Earliest first, ten at most. Each is within the call hours of the cadence and, where these overlap, of the coordinator.</returns>
    public static ImmutableArray<Instant> GetOffered(Project project, Policy policy, Instant now)
    {
        var table = policy.TableFor(project);
        var calendar = policy.Calendar;
        var hours = policy.GetCallHours(table);
        var soonest = calendar.AddWorkingTime(now, table.Validation.FirstCallWithin, hours);
        var slots = ImmutableArray.CreateBuilder<Instant>(2 * Days);
        var today = calendar.DateOf(now);
        for (int searchedDays = 0, offeredDays = 0; searchedDays < SearchDays && offeredDays < Days; searchedDays++)
        {
            var day = today.PlusDays(searchedDays);
            var before = slots.Count;
            foreach (var part in new[] { HalfDayPart.Morning, HalfDayPart.Afternoon })
            {
                if (FindSlot(new HalfDay(day, part), table.Validation, hours, calendar) is { } slot && slot >= soonest)
                {
                    slots.Add(slot);
                }
            }

            offeredDays += slots.Count > before ? 1 : 0;
        }

        return slots.ToImmutable();
    }

    /// <summary>The cadence's time of this half-day, else the first open time of the half-day; null when all of it is closed.</summary>
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
