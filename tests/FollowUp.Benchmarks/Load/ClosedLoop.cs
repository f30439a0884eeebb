using System.Diagnostics;

namespace FollowUp.Benchmarks.Load;

/// <summary>Callers that each send the next request when the last one was answered.</summary>
static class ClosedLoop
{
    /// <param name="send">Sends one request; it gets the caller's number and the number of the request of this caller.</param>
    /// <returns>Answered requests a second.</returns>
    public static async Task<double> Run(int callers, TimeSpan runTime, Func<int, int, Task> send)
    {
        var done = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; watch.Elapsed < runTime; i++)
            {
                await send(caller, i);
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }
}
