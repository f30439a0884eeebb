using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.WeeklyReports;

/// <summary>
/// Counts a week from the timelines of the projects that were open in it, one batch at a time: a commit writes nothing for it, and the memory in
/// use does not grow with the number of projects.
/// </summary>
public sealed class WeeklyReportCalculator(
    IProjectIndex index, IProjectStore store, IDirectory directory, PolicyLoader policies, TimeProvider time)
{
    const int PageSize = 500;

    /// <summary>Timelines read at once.</summary>
    const int MaxConcurrentReads = 16;

    /// <summary>Counts a week and the week before it. It changes nothing.</summary>
    /// <param name="monday">The first day of the week.</param>
    /// <param name="cancellation">Cancels the counting.</param>
    public async Task<WeeklyReport> Calculate(LocalDate monday, CancellationToken cancellation = default)
    {
        var policy = await policies.Load(null, cancellation);
        var now = time.GetCurrentInstant();
        var (week, before) = (new WeekCounter(monday, policy.Calendar), new WeekCounter(monday.PlusWeeks(-1), policy.Calendar));
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

    /// <summary>The projects that were open at some time since a day, with their timelines.</summary>
    async IAsyncEnumerable<(Project, ImmutableArray<RecordedEvent>)> ReadProjectsOpenSince(
        LocalDate since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = policies.Calendar.At(since, LocalTime.Midnight);
        var projects = index.SearchAll(new ProjectSearch(Limit: PageSize), cancellation).Select(row => row.Project).Where(p => p.IsOpen || p.Closing?.At >= from);
        await foreach (var batch in projects.Chunk(PageSize).WithCancellation(cancellation))
        {
            var timelines = new ImmutableArray<RecordedEvent>[batch.Length];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, batch.Length),
                new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentReads, CancellationToken = cancellation },
                async (i, c) => timelines[i] = [.. await store.ReadEvents(batch[i].Id, c).ToArrayAsync(c)]);
            foreach (var pair in batch.Zip(timelines))
            {
                yield return pair;
            }
        }
    }
}
