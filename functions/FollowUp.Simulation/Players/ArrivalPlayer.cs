using FollowUp.Domain.Calendars;
using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Randomness;
using NodaTime;

namespace FollowUp.Simulation.Players;

/// <summary>When new projects are posted while time goes on. The same seed gives the same times, in every process.</summary>
/// <param name="arrivals">How the postings are spread over hours, weekdays and months.</param>
/// <param name="calendar">The clock of the department.</param>
/// <param name="seed">Chooses the times.</param>
/// <param name="projectsAWeek">How many are posted in a week of an average month.</param>
public sealed class ArrivalPlayer(ArrivalParameters arrivals, WorkingCalendar calendar, long seed, double projectsAWeek)
{
    readonly double share = projectsAWeek / (arrivals.ByWeekday.Sum() * arrivals.ByHour.Sum());

    /// <summary>How many projects are posted within a stretch of five minutes.</summary>
    /// <param name="at">Its end, at a whole number of five minutes.</param>
    public int Count(Instant at)
    {
        var local = calendar.ToLocal(at);
        var expected = share * arrivals.ByMonth[local.Month - 1] * arrivals.ByWeekday[(int)local.DayOfWeek - 1] * arrivals.ByHour[local.Hour] / 12;
        return (int)expected + (new Draws(seed, 1, (int)(at.ToUnixTimeSeconds() / 300)).Happens(expected - (int)expected, Purpose.ArrivalHour) ? 1 : 0);
    }

    /// <summary>A number from 0, below a limit, for the posting of a time.</summary>
    /// <param name="at">The time of <see cref="Count"/>.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="place">Tells numbers of one posting apart.</param>
    public int Choose(Instant at, int limit, int place) =>
        (int)(new Draws(seed, 1, (int)(at.ToUnixTimeSeconds() / 300)).Next(Purpose.ArrivalSecond, place) * limit);
}
