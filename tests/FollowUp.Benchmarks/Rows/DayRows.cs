using FollowUp.Benchmarks.Hosts;
using FollowUp.Benchmarks.Load;
using FollowUp.Benchmarks.Reports;

namespace FollowUp.Benchmarks.Rows;

/// <summary>
/// The day page of one coordinator with 2,000 open projects: a quarter waits for a first call, a quarter was called once, a half is in follow-up. It
/// is measured by HTTP on the same machine, connection included, beside an empty endpoint of the same host.
/// </summary>
static class DayRows
{
    const int Projects = 2_000;

    public static async Task<IEnumerable<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        using var department = await Department.Create(folder.GetFile("followup.db"));
        await department.Fill(Projects);
        await using var host = await WebHost.Start(department.Store);
        using var browser = await host.SignIn(Department.Camille.Id);
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var empty = await PageLoad.Run(browser, "/empty");
        var day = await PageLoad.Run(browser, "/desk");
        return
        [
            new Figure("the day with 2,000 open projects, median", day.Times.GetPercentile(0.5), "ms", empty.Times.GetPercentile(0.5), Goal.AtMost(50, "ms")),
            new Figure("the day with 2,000 open projects, 95th percentile", day.Times.GetPercentile(0.95), "ms", empty.Times.GetPercentile(0.95)),
            new Figure("the day with 2,000 open projects, processor time, browser included", day.Processor.TotalMilliseconds, "ms", empty.Processor.TotalMilliseconds),
            new Figure("the day with 2,000 open projects, compressed", day.Bytes / 1024.0, "KB", Goal: Goal.AtMost(150, "KB")),
        ];
    }
}
