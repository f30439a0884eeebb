using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Absences;

/// <summary>
/// Absences on the day: the projects of an absent coordinator go to the stand-in and come back the day after the last one. Where no
/// stand-in is left, a colleague is asked, once an absence. What was last brought about for each coordinator is written down when all of it
/// is, so a round that was cut short is taken up again, and one that changes nothing costs next to nothing.
/// </summary>
public sealed class AbsenceJob(
    IDirectory directory, IProjectIndex index, ProjectCommands desk, CoordinatorSelector assigning, ISettings settings, WorkingCalendar calendar, TimeProvider time)
    : IJobSource
{
    const int Page = 500;
    const string Present = "";

    public string JobName => JobSchedules.Absences;

    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.DailyAfterMidnight), (_, c) => Reconcile(c), RunAtEveryCheck: true)]);

    /// <summary>Brings every project to whoever should have it today.</summary>
    public async Task Reconcile(CancellationToken cancellation = default)
    {
        var today = calendar.DateOf(Now);
        var staff = await directory.AllStaff(cancellation);
        var absences = new FailureCollector("Some absences");
        foreach (var coordinator in staff.Where(s => s.Role == Role.Coordinator))
        {
            await absences.Run(() => Reconcile(coordinator, staff, today, cancellation), cancellation);
        }

        absences.ThrowIfAny();
    }

    async Task Reconcile(Staff coordinator, ImmutableArray<Staff> staff, LocalDate today, CancellationToken cancellation)
    {
        var key = $"absence:{StaffLogId.Of(coordinator.Id)}";
        var standIn = StandInFinder.Find(coordinator, staff, today);
        var (wanted, standing) = (DescribeAbsence(coordinator, standIn, today), await settings.Get(key, cancellation) ?? Present);
        if (wanted != standing)
        {
            await ApplyToProjects(coordinator, standIn, staff, today, cancellation);
            await settings.Set(key, wanted, cancellation);
        }
        else if (wanted != Present && standIn is not null)
        {
            await HandOverNewProjects(coordinator, standIn, cancellation);
        }
    }

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The state of an absence in a word; another absence that begins where one ends is another word.</summary>
    static string DescribeAbsence(Staff coordinator, Staff? standIn, LocalDate today) => coordinator.AbsenceOn(today) is not { } absence
        ? Present
        : $"{LocalDatePattern.Iso.Format(absence.From)} {standIn?.Id ?? "nobody"}";

    /// <exception cref="AggregateException">Some projects are where they were; the others were seen to.</exception>
    async Task ApplyToProjects(Staff coordinator, Staff? standIn, ImmutableArray<Staff> staff, LocalDate today, CancellationToken cancellation)
    {
        var asked = new Dictionary<Language, string?>();
        var projects = new FailureCollector("The handing over of some projects");
        for (var query = new ProjectSearch(Coordinator: coordinator.Id, Limit: Page); ;)
        {
            var rows = await index.Search(query, cancellation);
            foreach (var project in rows.Select(row => row.Project))
            {
                await projects.Run(
                    () => coordinator.IsPresent(today) ? Return(project, cancellation)
                        : standIn is not null ? HandOver(project, standIn, cancellation)
                        : AskColleague(project, staff, today, asked, cancellation),
                    cancellation);
            }

            if (rows.Length < Page)
            {
                projects.ThrowIfAny();
                return;
            }

            query = query with { After = rows[^1].Project.Id };
        }
    }

    /// <summary>A closed project comes back too: it may be reopened.</summary>
    async Task Return(Project project, CancellationToken cancellation)
    {
        if (project.StandIn is not null || project.TakeOverAskedOf is not null)
        {
            await RecordCommand(project, new SetStandIn(null), cancellation);
        }
    }

    async Task HandOver(Project project, Staff standIn, CancellationToken cancellation)
    {
        if (project.IsOpen && project.StandIn != standIn.Id)
        {
            await RecordCommand(project, new SetStandIn(standIn.Id), cancellation);
        }
    }

    /// <summary>A project that came to the coordinator during the absence.</summary>
    async Task HandOverNewProjects(Staff coordinator, Staff standIn, CancellationToken cancellation)
    {
        var projects = new FailureCollector("The handing over of some projects");
        foreach (var row in await index.GetQueue(coordinator.Id, Page, cancellation))
        {
            if (row.Project.Coordinator == coordinator.Id)
            {
                await projects.Run(() => HandOver(row.Project, standIn, cancellation), cancellation);
            }
        }

        projects.ThrowIfAny();
    }

    /// <summary>Whoever took the project over and is there goes on with it.</summary>
    async Task AskColleague(
        Project project, ImmutableArray<Staff> staff, LocalDate today, Dictionary<Language, string?> asked, CancellationToken cancellation)
    {
        if (!project.IsOpen || staff.Any(s => s.Id == project.StandIn && s.IsPresent(today)))
        {
            return;
        }

        if (project.StandIn is not null)
        {
            await RecordCommand(project, new SetStandIn(null), cancellation);
        }

        if (!asked.TryGetValue(project.Language, out var colleague))
        {
            asked[project.Language] = colleague = await assigning.ChoosePresent(project.Language, Now, cancellation);
        }

        if (colleague is not null)
        {
            await RecordCommand(project, new AskTakeOver(colleague), cancellation);
        }
    }

    async Task RecordCommand(Project project, Command command, CancellationToken cancellation)
    {
        if (await desk.Record(project.Id, command, Actor.Time, cancellation: cancellation) is CommandResult.Refused { Refusal.Code: var code })
        {
            throw new InvalidOperationException($"{command.GetType().Name} of {project.Id} was refused: {code}.");
        }
    }
}
