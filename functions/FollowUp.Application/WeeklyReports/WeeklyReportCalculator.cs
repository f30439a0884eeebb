using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Application.WeeklyReports;

/// <summary>
/// Counts a week by walking the timelines of the projects that may have lived in it, a page at a time: nothing is kept for it with each
/// commit, and memory does not grow with the number of projects.
/// </summary>
public sealed class WeeklyReportCalculator(
    IProjectIndex index, IProjectStore store, IDirectory directory, PolicyLoader policies, WorkingCalendar calendar, TimeProvider time)
{
    const int Page = 500;

    /// <summary>Timelines read at once.</summary>
    const int MaxConcurrentReads = 16;

    /// <param name="monday">The first day of the week; the one before it is counted in the same walk.</param>
    public async Task<WeeklyReport> Calculate(LocalDate monday, CancellationToken cancellation = default)
    {
        var policy = await policies.Load(null, cancellation);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (week, before) = (new WeekCounter(monday, calendar), new WeekCounter(monday.PlusWeeks(-1), calendar));
        var overdue = new Dictionary<string, int>();
        await foreach (var (project, timeline) in ReadProjectsOpenSince(monday.PlusWeeks(-1), cancellation))
        {
            var hours = policy.TableFor(project).Calls;
            week.Count(project, timeline, hours);
            before.Count(project, timeline, hours);
            if (project.Next is { Kind: ActionKind.Call } next && next.DueAt < now)
            {
                overdue[next.By] = overdue.GetValueOrDefault(next.By) + 1;
            }
        }

        var loads = await index.GetWorkloads(cancellation);
        return new WeeklyReport(week.BuildFigures(), before.BuildFigures(),
        [
            .. (await directory.AllStaff(cancellation)).Where(s => s.Role == Role.Coordinator).OrderBy(s => s.Name, StringComparer.Ordinal)
                .Select(s => new CoordinatorFigures(
                    s.Name, loads.GetValueOrDefault(s.Id)?.OpenProjects ?? 0, s.Capacity, overdue.GetValueOrDefault(s.Id),
                    week.OverdueByCoordinator.GetValueOrDefault(s.Id), before.OverdueByCoordinator.GetValueOrDefault(s.Id))),
        ]);
    }

    /// <summary>Every project that was open at some time since this day, with its timeline.</summary>
    async IAsyncEnumerable<(Project, ImmutableArray<RecordedEvent>)> ReadProjectsOpenSince(
        LocalDate since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = calendar.At(since, LocalTime.Midnight);
        var query = new ProjectSearch(Limit: Page);
        while (true)
        {
            var rows = await index.Search(query, cancellation);
            var alive = rows.Select(row => row.Project).Where(p => p.IsOpen || p.ClosedAt >= from).ToArray();
            var timelines = new ImmutableArray<RecordedEvent>[alive.Length];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, alive.Length),
                new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentReads, CancellationToken = cancellation },
                async (i, c) => timelines[i] = [.. await store.ReadEvents(alive[i].Id, c).ToArrayAsync(c)]);
            for (var i = 0; i < alive.Length; i++)
            {
                yield return (alive[i], timelines[i]);
            }

            if (rows.Length < Page)
            {
                yield break;
            }

            query = query with { After = rows[^1].Project.Id };
        }
    }
}
