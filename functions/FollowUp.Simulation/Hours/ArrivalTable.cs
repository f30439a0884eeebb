using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Randomness;

namespace FollowUp.Simulation.Hours;

/// <summary>When projects are posted: each hour of the simulated time has a weight.</summary>
sealed class ArrivalTable
{
    readonly ClockTable clock;

    /// <summary>The sum of the weights up to and with each hour.</summary>
    readonly double[] sums;

    /// <param name="arrivals">The weights.</param>
    /// <param name="clock">The clock of Paris.</param>
    /// <param name="hours">The hours in which projects are posted, from the beginning of the clock.</param>
    public ArrivalTable(ArrivalParameters arrivals, ClockTable clock, int hours)
    {
        this.clock = clock;
        sums = new double[hours];
        var sum = 0.0;
        for (var i = 0; i < hours; i++)
        {
            var (hour, weekday, month) = clock[i];
            sum += arrivals.ByMonth[month] * arrivals.ByWeekday[weekday] * arrivals.ByHour[hour];
            sums[i] = sum;
        }
    }

    /// <summary>When a project is posted, in seconds of Unix time.</summary>
    public long GetArrival(Draws draws)
    {
        var wanted = draws.Next(Purpose.ArrivalHour) * sums[^1];
        var found = Array.BinarySearch(sums, wanted);
        var hour = Math.Min(found >= 0 ? found + 1 : ~found, sums.Length - 1);
        return clock.StartOf(hour) + (long)(draws.Next(Purpose.ArrivalSecond) * 3600);
    }
}
