using System.Diagnostics;
using FollowUp.Benchmarks.Load;

namespace FollowUp.Benchmarks.Floors;

/// <summary>Writes of 4 KiB, each flushed to the disk before the next one: what no durable commit can beat. Milliseconds each.</summary>
static class DiskSync
{
    const int Writes = 1_000;

    public static Latencies Measure(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "sync"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        var times = new double[Writes];
        for (var i = 0; i < Writes; i++)
        {
            var started = Stopwatch.GetTimestamp();
            file.Write(block);
            file.Flush(flushToDisk: true);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return new Latencies(times);
    }
}
