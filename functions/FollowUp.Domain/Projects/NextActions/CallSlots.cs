using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// The times at which a client may ask to be called back: every hour of the call hours on each of the next five days that allow calls, none
/// sooner than the delay of a first call, and none close to another agreed call of the staff member in charge.
/// </summary>
public static class CallSlots
{
    const int Days = 5;
    const int SearchDays = 60;

    /// <summary>How close two agreed calls of one staff member may not be.</summary>
    public static readonly Duration Distance = Duration.FromMinutes(15);

    static readonly Duration Step = Duration.FromHours(1);

    /// <summary>A call takes some minutes: none begins right before the end of the hours.</summary>
    static readonly Duration ShortestCall = Duration.FromMinutes(15);

    /// <param name="project">The project.</param>
    /// <param name="policy">Cadences, calendar and own hours.</param>
    /// <param name="now">The instant of the offer.</param>
    /// <param name="taken">The other agreed calls of the staff member in charge, in any order.</param>
    /// <returns>
    /// Earliest first. Each is within the call hours of the cadence, for a private person abroad by their own clock, and, where these overlap, within the
    /// hours of the coordinator.
    /// </returns>
    public static ImmutableArray<Instant> GetOffered(Project project, Policy policy, Instant now, IReadOnlyCollection<Instant> taken)
    {
        var table = policy.TableFor(project);
        var clock = policy.GetCallClock(table, project.CalledAs, project.TimeZone);
        var soonest = clock.AddWorkingTime(now, table.Validation.FirstCallWithin);
        var slots = ImmutableArray.CreateBuilder<Instant>();
        var today = clock.ClientCalendar.DateOf(now);
        for (int searchedDays = 0, offeredDays = 0; searchedDays < SearchDays && offeredDays < Days; searchedDays++)
        {
            var before = slots.Count;
            slots.AddRange(FindSlots(today.PlusDays(searchedDays), clock).Where(slot => slot >= soonest && IsFree(slot, taken)));
            offeredDays += slots.Count > before ? 1 : 0;
        }

        return slots.ToImmutable();
    }

    /// <summary>Whether a time is far enough from all agreed calls of the staff member in charge.</summary>
    public static bool IsFree(Instant slot, IEnumerable<Instant> taken) => taken.All(other => other - slot > Distance || slot - other > Distance);

    /// <summary>The opening of each window of a day and every hour after it, while a call fits in.</summary>
    static IEnumerable<Instant> FindSlots(LocalDate day, CallClock clock)
    {
        var midnight = clock.ClientCalendar.At(day.PlusDays(1), LocalTime.Midnight);
        var open = clock.NextOpen(clock.ClientCalendar.At(day, LocalTime.Midnight)).At;
        while (open < midnight)
        {
            if (clock.IsOpen(open + ShortestCall - Duration.Epsilon))
            {
                yield return open;
            }

            open = clock.NextOpen(open + Step).At;
        }
    }
}
