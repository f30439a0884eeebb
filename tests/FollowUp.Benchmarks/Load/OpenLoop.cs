using System.Diagnostics;

namespace FollowUp.Benchmarks.Load;

/// <summary>
/// Requests that are sent at fixed instants, whether the ones before were answered or not. A request's time counts from the instant at which it
/// was to be sent, so that a pause of the server is counted for each request that waits meanwhile (no coordinated omission).
/// </summary>
static class OpenLoop
{
    public static async Task<Latencies> Run(int perSecond, int count, Func<int, Task> send)
    {
        var times = new double[count];
        var running = new Task[count];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            while (Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < due)
            {
                if (due - elapsed > TimeSpan.FromMilliseconds(2)) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
                else await Task.Yield();
            }

            running[i] = Send(i, due);
        }

        await Task.WhenAll(running);
        return new Latencies(times);

        async Task Send(int i, TimeSpan due)
        {
            await Task.Yield();
            await send(i);
            times[i] = (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds;
        }
    }
}
