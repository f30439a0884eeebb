using System.Diagnostics;
using FollowUp.Application.Delivery;
using FollowUp.Benchmarks.Hosts;
using FollowUp.Benchmarks.Reports;
using FollowUp.Local.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Benchmarks.Rows;

/// <summary>Projects that fall due together: each gets its step of time and its mails, by the dispatcher of the local host.</summary>
static class DueRows
{
    const int Projects = 20_000;

    public static async Task<IEnumerable<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(Instant.FromUtc(2026, 11, 23, 9, 0).ToDateTimeOffset());
        using var department = await Department.Create(folder.GetFile("followup.db"), time);
        await department.Fill(Projects);
        await using var host = await WebHost.Start(department.Store);
        using var scope = host.Services.CreateScope();
        time.SetUtcNow(Instant.FromUtc(2026, 11, 30, 10, 0).ToDateTimeOffset());
        var run = new ProjectRun(department.Commands, ActivatorUtilities.CreateInstance<OutboxDelivery>(scope.ServiceProvider, time), time, NullLogger<ProjectRun>.Instance);
        using var dispatcher = new DueProjectDispatcher(department.Store.Index, NullLogger<DueProjectDispatcher>.Instance);
        var due = (await department.Store.Index.GetDue(time.GetCurrentInstant(), Projects)).Length;
        var watch = Stopwatch.StartNew();
        await dispatcher.RunDue(time.GetCurrentInstant, run.Run, CancellationToken.None);
        return [new Figure("projects due together, advanced and delivered", due / watch.Elapsed.TotalSeconds, "/s", Goal: Goal.AtLeast(10_000, "/s"))];
    }
}
