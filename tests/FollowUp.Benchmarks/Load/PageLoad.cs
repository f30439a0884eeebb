using System.Diagnostics;

namespace FollowUp.Benchmarks.Load;

/// <summary>A page that one browser gets again and again.</summary>
/// <param name="Times">The times, connection included.</param>
/// <param name="Bytes">The size of the body as it was sent.</param>
/// <param name="Processor">Processor time a page, the browser's included: it depends less on what else the machine does.</param>
sealed record PageLoad(Latencies Times, int Bytes, TimeSpan Processor)
{
    const int Rounds = 100;
    const int WarmUp = 20;

    public static async Task<PageLoad> Run(HttpClient browser, string path)
    {
        var times = new List<double>();
        var (bytes, before) = (0, TimeSpan.Zero);
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            if (round == WarmUp)
            {
                before = Environment.CpuUsage.TotalTime;
            }

            var watch = Stopwatch.StartNew();
            using var answer = await browser.GetAsync(path);
            bytes = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
            if (round >= WarmUp)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return new PageLoad(new Latencies(times), bytes, (Environment.CpuUsage.TotalTime - before) / Rounds);
    }
}
