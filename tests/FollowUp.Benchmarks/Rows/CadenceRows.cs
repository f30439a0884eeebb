using System.Diagnostics;
using FollowUp.Application.Cadences.Comparisons;
using FollowUp.Benchmarks.Hosts;
using FollowUp.Benchmarks.Reports;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;

namespace FollowUp.Benchmarks.Rows;

/// <summary>
/// What a cadence that is not saved would change for all open projects of a SQLite file, four weeks ahead, beside reading the same projects alone. A quarter
/// of them waits for a first call, a quarter was called once, a half is in follow-up.
/// </summary>
static class CadenceRows
{
    public static async Task<IEnumerable<Figure>> Measure(int projects)
    {
        using var folder = new TemporaryFolder();
        using var department = await Department.Create(folder.GetFile("followup.db"));
        await department.Fill(projects);
        var comparer = new LiveComparer(department.Store.Index, department.Store.Directory, WorkingCalendar.France, TimeProvider.System);
        var current = DefaultCadence.Initial;
        var compared = current with { Company = current.Company with { Relaunch = current.Company.Relaunch with { Delays = [6, 14, 28, 60] } } };
        await comparer.CompareFairly(compared, projects);

        var reading = await Time(() => Parallel.ForAsync(0, department.Store.Index.OpenParts, async (part, cancellation) => await department.Store.Index.ReadOpenPart(part, cancellation)));
        var comparing = await Time(() => comparer.CompareWithin(compared, TimeSpan.FromHours(1)));
        return
        [
            new Figure($"another cadence for {projects:#,0} open projects", comparing.Elapsed, "ms", reading.Elapsed, Goal.AtMost(2_000, "ms")),
            new Figure($"another cadence for {projects:#,0} open projects, processor time", comparing.Processor, "ms", reading.Processor),
        ];
    }

    static async Task<(double Elapsed, double Processor)> Time(Func<Task> work)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await work();
        return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }
}
