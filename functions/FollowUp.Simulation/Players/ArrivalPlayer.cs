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
    /// <summary>The length of a stretch in seconds: five minutes.</summary>
    public const int StretchSeconds = 300;

    const int StretchesAnHour = 3_600 / StretchSeconds;

    readonly double share = projectsAWeek / (arrivals.ByWeekday.Sum() * arrivals.ByHour.Sum());

    /// <summary>How many projects are posted within a stretch of five minutes.</summary>
    /// <param name="at">Its end, at a whole number of five minutes.</param>
    public int Count(Instant at)
    {
        var local = calendar.ToLocal(at);
        var expected = share * arrivals.ByMonth[local.Month - 1] * arrivals.ByWeekday[(int)local.DayOfWeek - 1] * arrivals.ByHour[local.Hour] / StretchesAnHour;
        return (int)expected + (DrawsOf(at).Happens(expected - (int)expected, Purpose.ArrivalHour) ? 1 : 0);
    }

    /// <summary>A number from 0, below a limit, for the posting of a time.</summary>
    /// <param name="at">The time of <see cref="Count"/>.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="place">Tells numbers of one posting apart.</param>
    public int Choose(Instant at, int limit, int place) =>
        (int)(DrawsOf(at).Next(Purpose.ArrivalSecond, place) * limit);

    /// <summary>The number of the stretch that ends at a time, since 1970.</summary>
    public static long NumberOf(Instant at) => at.ToUnixTimeSeconds() / StretchSeconds;

    Draws DrawsOf(Instant at) => new(seed, 1, (int)NumberOf(at));
}
