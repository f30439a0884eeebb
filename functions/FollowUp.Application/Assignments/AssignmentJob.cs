using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime.Extensions;

namespace FollowUp.Application.Assignments;

/// <summary>
/// Assigns the projects that were submitted while there was no coordinator, as soon as there is one. A round that is interrupted is repeated; a
/// round without such a project reads one empty list.
/// </summary>
public sealed class AssignmentJob(
    IDirectory directory, IProjectIndex index, ProjectCommands commands, CoordinatorSelector coordinators, TimeProvider time) : IJobSource
{
    const int PageSize = 200;

    /// <inheritdoc/>
    public string JobName => JobNames.Assignment;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.DailyAfterMidnight), (_, c) => AssignAll(c), RunAtEveryCheck: true)]);

    /// <summary>Assigns every open project without a coordinator in charge. Does nothing while there is no coordinator. May be repeated.</summary>
    /// <exception cref="AggregateException">Some projects could not be assigned; all others were. The next call tries them again.</exception>
    public async Task AssignAll(CancellationToken cancellation = default)
    {
        var staff = await directory.AllStaff(cancellation);
        if (!staff.Any(s => s.Role == Role.Coordinator))
        {
            return;
        }

        AssignmentRound? round = null;
        var failures = new FailureCollector("Assigning some projects");
        var tried = new HashSet<string>();
        while (true)
        {
            // The index may be a moment behind, so a project that was assigned may be listed once more.
            var page = (await index.GetUnassigned(tried.Count + PageSize, cancellation)).Where(row => tried.Add(row.Project.Id)).ToArray();
            if (page.Length == 0)
            {
                break;
            }

            round ??= coordinators.Start(staff, await index.GetWorkloads(cancellation), time.GetCurrentInstant());
            foreach (var row in page)
            {
                await failures.Run(() => Assign(row.Project, round, cancellation), cancellation);
            }
        }

        failures.ThrowIfAny();
    }

    async Task Assign(Project project, AssignmentRound round, CancellationToken cancellation)
    {
        if (round.Choose(project.Language) is { } coordinator)
        {
            await commands.Record(project.Id, new AssignByRules(coordinator, From: null), Actor.Time, cancellation: cancellation);
            round.Count(coordinator, time.GetCurrentInstant());
        }
    }
}
