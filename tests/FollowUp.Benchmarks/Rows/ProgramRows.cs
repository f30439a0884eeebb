using FollowUp.Benchmarks.Hosts;
using FollowUp.Benchmarks.Reports;

namespace FollowUp.Benchmarks.Rows;

/// <summary>Commands of the program on an empty folder: the demo's start and the simulator.</summary>
static class ProgramRows
{
    const int Simulated = 20_000;

    public static async Task<IEnumerable<Figure>> Measure()
    {
        using var demo = new TemporaryFolder();
        var (start, _) = await LocalProgram.Serve("--demo", "--data", demo.Path);
        var simulated = await LocalProgram.Run(null, "simulate", "--projects", $"{Simulated}", "--months", "24", "--seed", "1", "--json");
        return
        [
            new Figure("start of the demo to the first answer", start.TotalMilliseconds, "ms"),
            new Figure("simulated projects over two years", Simulated / simulated.TotalSeconds, "/s", Goal: Goal.AtLeast(16_667, "/s")),
        ];
    }
}
