using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// The times at which a client may ask to be called back: every hour of the call hours on each of the next five days that allow calls, none
/// sooner than the delay of a first call, and none close to another agreed call of the person in charge.
/// </summary>
public static class CallSlots
{
    const int Days = 5;
    const int SearchDays = 60;

    /// <summary>How close two agreed calls of one person may not be.</summary>
    public static readonly Duration Distance = Duration.FromMinutes(15);

    static readonly Duration Step = Duration.FromHours(1);

    /// <summary>A call takes some minutes: none begins right before the end of the hours.</summary>
    static readonly Duration ShortestCall = Duration.FromMinutes(15);

    /// <param name="project">The project.</param>
    /// <param name="policy">Cadences, calendar and own hours.</param>
    /// <param name="now">The instant of the offer.</param>
    /// <param name="taken">The other agreed calls of the person in charge, in any order.</param>
    /// <returns>Earliest first. Each is within the call hours of the cadence and, where these overlap, of the coordinator.</returns>
    public static ImmutableArray<Instant> GetOffered(Project project, Policy policy, Instant now, IReadOnlyCollection<Instant> taken)
    {
        var table = policy.TableFor(project);
        var calendar = policy.Calendar;
        var hours = policy.GetCallHours(table);
        var soonest = calendar.AddWorkingTime(now, table.Validation.FirstCallWithin, hours);
        var slots = ImmutableArray.CreateBuilder<Instant>();
        var today = calendar.DateOf(now);
        for (int searchedDays = 0, offeredDays = 0; searchedDays < SearchDays && offeredDays < Days; searchedDays++)
        {
            var before = slots.Count;
            slots.AddRange(FindSlots(today.PlusDays(searchedDays), hours, calendar).Where(slot => slot >= soonest && IsFree(slot, taken)));
            offeredDays += slots.Count > before ? 1 : 0;
        }

        return slots.ToImmutable();
    }

    /// <summary>Whether a time is far enough from all agreed calls of the person in charge.</summary>
    public static bool IsFree(Instant slot, IEnumerable<Instant> taken) => taken.All(other => other - slot > Distance || slot - other > Distance);

    /// <summary>The opening of each window of a day and every hour after it, while a call fits in.</summary>
    static IEnumerable<Instant> FindSlots(LocalDate day, OpeningHours hours, WorkingCalendar calendar)
    {
        var midnight = calendar.At(day.PlusDays(1), LocalTime.Midnight);
        var open = calendar.NextOpen(calendar.At(day, LocalTime.Midnight), hours).At;
        while (open < midnight)
        {
            if (calendar.IsOpen(open + ShortestCall - Duration.Epsilon, hours))
            {
                yield return open;
            }

            open = calendar.NextOpen(open + Step, hours).At;
        }
    }
}
