using FollowUp.Simulation.Parameters;

namespace FollowUp.Simulation.Fitting;

/// <summary>
/// Estimates by which hour and weekday a first call reaches the client. The chance is a product of both and of the delay, whose law is kept from the defaults,
/// as is the share of clients who never answer. Both lists are fitted in turn until they agree (iterative proportional fitting).
/// </summary>
/// <param name="phone">The law of the delay.</param>
sealed class FirstCallModel(PhoneParameters phone)
{
    const int Rounds = 50;

    readonly double[,] expected = new double[24, 7];
    readonly long[,] calls = new long[24, 7];
    readonly long[,] reachedCalls = new long[24, 7];

    public void Add(int hour, int weekday, double delayHours, bool reached)
    {
        calls[hour, weekday]++;
        expected[hour, weekday] += (1 - phone.NeverShare) * (phone.DelayFloor + ((1 - phone.DelayFloor) * phone.DelayHalf / (phone.DelayHalf + delayHours)));
        if (reached) reachedCalls[hour, weekday]++;
    }

    public IEnumerable<Estimate> Estimate()
    {
        var (hours, weekdays) = (new double[24], new double[7]);
        Array.Fill(weekdays, 1);
        for (var round = 0; round < Rounds; round++)
        {
            for (var h = 0; h < 24; h++) hours[h] = Divide(Sum(7, w => reachedCalls[h, w]), Sum(7, w => expected[h, w] * weekdays[w]));
            for (var w = 0; w < 7; w++) weekdays[w] = Divide(Sum(24, h => reachedCalls[h, w]), Sum(24, h => expected[h, w] * hours[h]));

            // The factors of the weekdays with calls have a mean of one, as the defaults from Monday to Friday.
            var mean = weekdays.Where(w => w > 0).DefaultIfEmpty(1).Average();
            for (var w = 0; w < 7; w++) weekdays[w] /= mean;
        }

        for (var h = 0; h < 24; h++)
        {
            yield return Fitting.Estimate.OfShare(
                $"phone.byHour[{h}]", (long)Sum(7, w => reachedCalls[h, w]), (long)Sum(7, w => calls[h, w]), $"first calls from {h} to {h + 1} h", hours[h]);
        }

        for (var w = 0; w < 7; w++)
        {
            yield return Fitting.Estimate.OfShare(
                $"phone.byWeekday[{w}]", (long)Sum(24, h => reachedCalls[h, w]), (long)Sum(24, h => calls[h, w]), $"first calls on day {w + 1} of the week", weekdays[w]);
        }
    }

    static double Divide(double part, double whole) => whole == 0 ? 0 : part / whole;

    static double Sum(int count, Func<int, double> value)
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++) sum += value(i);
        return sum;
    }
}
