using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Absences;

/// <summary>
/// Applies absences: the projects of an absent coordinator go to the stand-in and come back on the day after the last day. Without a present
/// stand-in, one colleague for each language of the projects is asked by one mail (<see cref="TakeOverMails"/>); what they decline is asked of the next
/// colleague, at last of a manager. The state that was applied to all projects of a coordinator is stored; a round that is interrupted is repeated,
/// and a round without a new state reads only the coordinator's queue.
/// </summary>
public sealed class AbsenceJob(
    IDirectory directory, IProjectIndex index, ProjectCommands commands, CoordinatorSelector coordinators, AbsenceStates states,
    TakeOverDecliners takeOverDecliners, TakeOverMails mails, WorkingCalendar calendar, TimeProvider time) : IJobSource
{
    const int PageSize = 500;

    /// <inheritdoc/>
    public string JobName => JobNames.Absences;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.DailyAfterMidnight), (_, c) => Reconcile(c), RunAtEveryCheck: true)]);

    /// <summary>Gives every project to the staff member who has it today. May be repeated.</summary>
    /// <exception cref="AggregateException">Some projects could not be changed; all others were. The next call tries them again.</exception>
    public async Task Reconcile(CancellationToken cancellation = default)
    {
        var today = calendar.DateOf(time.GetCurrentInstant());
        var staff = await directory.AllStaff(cancellation);
        var failures = new FailureCollector("Applying some absences");
        foreach (var coordinator in staff.Where(s => s.MayFollowUp))
        {
            await failures.Run(() => Reconcile(new AbsencePlan(coordinator, staff, today), cancellation), cancellation);
        }

        failures.ThrowIfAny();
    }

    async Task Reconcile(AbsencePlan plan, CancellationToken cancellation)
    {
        if (plan.State != await states.Get(plan.Coordinator.Id, cancellation))
        {
            await ApplyToAll(plan, index.SearchAll(new ProjectSearch(Coordinator: plan.Coordinator.Id, Limit: PageSize), cancellation), cancellation);
            await states.Set(plan.Coordinator.Id, plan.State, plan.LastDay, cancellation);
        }
        else if (plan.LastDay is not null)
        {
            // Projects that were assigned to the coordinator during the absence, and those that a colleague declined.
            var queue = await index.GetQueue(plan.Coordinator.Id, PageSize, cancellation);
            await ApplyToAll(plan, queue.Where(row => row.Project.Coordinator == plan.Coordinator.Id).ToAsyncEnumerable(), cancellation);
        }
    }

    /// <exception cref="AggregateException">Some projects could not be changed; all others were.</exception>
    async Task ApplyToAll(AbsencePlan plan, IAsyncEnumerable<ProjectListItem> rows, CancellationToken cancellation)
    {
        // Choosing a colleague reads all workloads: once for each group.
        var asked = new Dictionary<TakeOverGroup, TakeOverRequest?>();
        var failures = new FailureCollector("Handing over some projects");
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await failures.Run(() => Apply(plan, row.Project, asked, cancellation), cancellation);
        }

        failures.ThrowIfAny();
    }

    async Task Apply(
        AbsencePlan plan, Project project, Dictionary<TakeOverGroup, TakeOverRequest?> asked, CancellationToken cancellation)
    {
        switch (plan.GetStep(project))
        {
            case AbsenceStep.None:
                break;
            case AbsenceStep.Return:
                await commands.RecordBySystem(project.Id, new SetStandIn(null), cancellation);
                break;
            case AbsenceStep.StandIn:
                await commands.RecordBySystem(project.Id, new SetStandIn(plan.StandIn!.Id), cancellation);
                break;
            case AbsenceStep.AskColleague:
                await AskColleague(plan, project, asked, cancellation);
                break;
            case var step:
                throw new UnreachableException($"No rule for {step}.");
        }
    }

    async Task AskColleague(
        AbsencePlan plan, Project project, Dictionary<TakeOverGroup, TakeOverRequest?> asked, CancellationToken cancellation)
    {
        if (project.Staffing.StandIn is not null)
        {
            await commands.RecordBySystem(project.Id, new SetStandIn(null), cancellation);
        }

        var decliners = await takeOverDecliners.Find(project, calendar.At(plan.FirstDay!.Value, LocalTime.Midnight), cancellation);
        var group = new TakeOverGroup(project.Language, string.Join(' ', decliners.Order(StringComparer.Ordinal)));
        if (!asked.TryGetValue(group, out var request))
        {
            // Mails first: if the process stops in between, they are dropped at sending, because no project awaits an answer.
            request = await coordinators.ChoosePresent(project.Language, decliners, time.GetCurrentInstant(), cancellation) is { } chosen
                ? new TakeOverRequest(chosen, await mails.Enqueue(plan, chosen, decliners.Count, cancellation))
                : null;
            asked[group] = request;
        }

        if (request is not null)
        {
            await commands.RecordBySystem(project.Id, new AskTakeOver(request.Colleague, request.Mail), cancellation);
        }
    }

    /// <summary>Projects of one language with the same decliners: the same colleague is asked for all of them, in one mail.</summary>
    sealed record TakeOverGroup(Language Language, string Decliners);

    sealed record TakeOverRequest(string Colleague, string Mail);
}
