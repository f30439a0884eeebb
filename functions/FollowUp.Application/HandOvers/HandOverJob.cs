using System.Collections.Immutable;
using FollowUp.Application.Absences;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.HandOvers;

/// <summary>
/// Gives projects to other coordinators: all that still wait for a staff member who left or who follows no projects up any more, and the projects of an
/// ordered <see cref="HandOver"/>. What is to be done is read from the projects themselves, so a run that is interrupted is completed by the next
/// one, and no project moves twice.
/// </summary>
public sealed class HandOverJob(
    IDirectory directory, IProjectIndex index, IProjectStore store, ProjectCommands commands, CoordinatorSelector coordinators, HandOverStore handOvers,
    DepartmentOutbox outbox, AbsenceStates absences, WorkingCalendar calendar, TimeProvider time) : IJobSource
{
    const int PageSize = 500;

    /// <summary>The mail to the staff member who gets projects waits until most of them are theirs, as it tells how many there are.</summary>
    static readonly Duration MailDelay = Duration.FromMinutes(5);

    /// <inheritdoc/>
    public string JobName => JobNames.HandOvers;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.DailyAfterMidnight), (_, c) => Run(c), RunAtEveryCheck: true)]);

    /// <summary>Hands over what is to be handed over. May be repeated.</summary>
    /// <exception cref="AggregateException">Some projects could not be changed; all others were. The next call tries them again.</exception>
    public async Task Run(CancellationToken cancellation = default)
    {
        var failures = new FailureCollector("Handing over some projects");
        var staff = await directory.AllStaff(cancellation);
        var former = await directory.FormerStaff(cancellation);
        var workloads = await index.GetWorkloads(cancellation);
        var round = coordinators.Start(staff, workloads, time.GetCurrentInstant());
        foreach (var member in former.Concat(staff.Where(s => s.Role == Role.Sales)))
        {
            await failures.Run(
                () => ReassignAll(
                    member, workloads.GetValueOrDefault(member.Id)?.OpenProjects > 0, new Reassignment(round, failures) { From = member.Id }, cancellation),
                cancellation);
        }

        foreach (var handOver in await handOvers.All(cancellation))
        {
            await failures.Run(() => CarryOut(handOver, staff, new Reassignment(round, failures) { From = handOver.From, To = handOver.To }, cancellation), cancellation);
        }

        failures.ThrowIfAny();
    }

    /// <summary>Nothing waits for the staff member afterwards: no open project, no question to take one over, and no closed project with a reply.</summary>
    async Task ReassignAll(Staff member, bool hasProjects, Reassignment reassignment, CancellationToken cancellation)
    {
        while (await MoveAll(await index.GetQueue(member.Id, PageSize, cancellation), reassignment, cancellation))
        {
        }

        while (await MoveAll(await index.GetAwaiting(member.Id, PageSize, cancellation), reassignment, cancellation))
        {
        }

        if (hasProjects)
        {
            // Those that a stand-in follows are in no queue of the staff member.
            await foreach (var row in index.SearchAll(new ProjectSearch(Coordinator: member.Id, Limit: PageSize), cancellation))
            {
                await reassignment.Failures.Run(() => row.Project.IsOpen ? Move(row.Project, reassignment, cancellation) : Task.CompletedTask, cancellation);
            }
        }
    }

    async Task CarryOut(HandOver handOver, ImmutableArray<Staff> staff, Reassignment reassignment, CancellationToken cancellation)
    {
        if (handOver.To is { } to && !staff.Any(s => s.Id == to && s.MayFollowUp))
        {
            reassignment.To = null; // That staff member left meanwhile; the assignment rules choose.
        }

        var failed = reassignment.Failures.Count;
        var projects = handOver.Projects.IsDefault
            ? await index.SearchAll(new ProjectSearch(Coordinator: handOver.From, Limit: PageSize), cancellation)
                .Where(row => row.Project.IsOpen).Select(row => row.Project).ToListAsync(cancellation)
            : await LoadProjects(handOver.Projects, cancellation);
        foreach (var project in projects.Where(p => p.IsOpen && p.Coordinator == handOver.From))
        {
            await reassignment.Failures.Run(() => Move(project, reassignment, cancellation), cancellation);
        }

        if (reassignment.Failures.Count == failed)
        {
            await handOvers.Complete(handOver, cancellation);
        }
    }

    async Task<List<Project>> LoadProjects(ImmutableArray<string> ids, CancellationToken cancellation)
    {
        var projects = new List<Project>();
        foreach (var id in ids)
        {
            if (await store.Load(id, cancellation) is { } stored)
            {
                projects.Add(stored.Project);
            }
        }

        return projects;
    }

    /// <returns>Whether there may be more: a whole page was moved.</returns>
    async Task<bool> MoveAll(ImmutableArray<ProjectListItem> rows, Reassignment reassignment, CancellationToken cancellation)
    {
        var failed = reassignment.Failures.Count;
        foreach (var row in rows)
        {
            await reassignment.Failures.Run(() => Move(row.Project, reassignment, cancellation), cancellation);
        }

        return rows.Length == PageSize && reassignment.Failures.Count == failed;
    }

    async Task Move(Project project, Reassignment reassignment, CancellationToken cancellation)
    {
        if (project.Coordinator is { } absent && absent != reassignment.From)
        {
            // The staff member stood in for an absent coordinator, or was asked to. AbsenceJob asks another colleague.
            if (project.Staffing.StandIn == reassignment.From || project.Staffing.TakeOverAskedOf == reassignment.From)
            {
                await commands.RecordBySystem(project.Id, new SetStandIn(null), cancellation);
            }

            await absences.Forget(absent, cancellation);
            return;
        }

        var to = reassignment.To ?? reassignment.Round.Choose(project.Language, except: reassignment.From);
        if (to is not null && reassignment.Informed.Add(to))
        {
            await Inform(to, reassignment.From, cancellation);
        }

        await commands.RecordBySystem(project.Id, new AssignByRules(to, reassignment.From), cancellation);
        if (to is not null)
        {
            reassignment.Round.Count(to, time.GetCurrentInstant());
        }
    }

    /// <summary>One mail for all projects, once a day for each staff member who hands over.</summary>
    async Task Inform(string staffId, string from, CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        var today = calendar.DateOf(now);
        var id = $"hand-over.{StaffLogId.Of(from)}.{LocalDatePattern.Iso.Format(today)}.{StaffLogId.Of(staffId)}";
        await outbox.Enqueue(
            new DepartmentMail(id, DepartmentMailKind.HandOver, staffId, today, now, now + MailDelay) { About = from }, cancellation);
    }

    /// <summary>From whom to whom projects go, and who was told in this run.</summary>
    sealed class Reassignment(AssignmentRound round, FailureCollector failures)
    {
        public AssignmentRound Round => round;

        public FailureCollector Failures => failures;

        /// <summary>Who hands over.</summary>
        public required string From { get; init; }

        /// <summary>Null when the assignment chooses.</summary>
        public string? To { get; set; }

        /// <summary>Those who were told of projects in this run.</summary>
        public HashSet<string> Informed { get; } = [];
    }
}
