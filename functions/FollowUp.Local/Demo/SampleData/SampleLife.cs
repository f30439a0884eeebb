using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Local.Demo.SampleData;

/// <summary>
/// The history of one sample project, made by the commands that people would have given at those instants, in order. In between, the project runs
/// as in production, mails included.
/// </summary>
sealed class SampleLife(SampleProject project, ProjectCommands commands, IProjectStore store, SteppedProjectRun stepped, AdjustableTimeProvider time, Instant start)
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.France;

    Instant now = Instant.MinValue;

    /// <summary>A time on the n-th working day after the demo's first day, or before it when negative.</summary>
    public Instant WorkingDay(int count, int hour, int minute = 0)
    {
        var day = Calendar.DateOf(start);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.PlusDays(Math.Sign(count));
            left -= Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return Calendar.At(day, new LocalTime(hour, minute));
    }

    /// <summary>A time so many days before the demo's first day, or on the last working day before that.</summary>
    public Instant DaysAgo(int days, int hour, int minute = 0)
    {
        var day = Calendar.DateOf(start).PlusDays(-days);
        while (!Calendar.IsWorkingDay(day))
        {
            day = day.PlusDays(-1);
        }

        return Calendar.At(day, new LocalTime(hour, minute));
    }

    public LocalDate DaysFromStart(int days) => Calendar.DateOf(start).PlusDays(days);

    public async Task Submit(Instant at)
    {
        now = at;
        await time.RunAt(at, async () => EnsureAccepted(await commands.Submit(project.CreateCommand(at), project.CreateDossier(at))));
    }

    /// <summary>Runs the project up to an instant.</summary>
    public async Task AdvanceTo(Instant at)
    {
        await time.RunAt(now, () => stepped.Run(project.Id, at));
        now = at;
    }

    /// <summary>Records a call by the coordinator, seven minutes after the next call is due.</summary>
    public async Task Call(CallOutcome outcome, string? note = null, string? provider = null, LocalDate? until = null)
    {
        var next = await LoadProject();
        while (next.Next!.Kind != ActionKind.Call)
        {
            await AdvanceTo(next.WakeAt!.Value);
            next = await LoadProject();
        }

        await Call(next.Next.DueAt + Duration.FromMinutes(7), outcome, note, provider, until);
    }

    public Task Call(
        Instant at, CallOutcome outcome, string? note = null, string? provider = null, LocalDate? until = null, Instant? agreed = null,
        NotSeriousReason? notSerious = null) =>
        RecordByStaff(at, new RecordCall(
            outcome, at, provider, notSerious, AgreedAt: agreed, Until: until,
            Facts: outcome == CallOutcome.Serious ? Evidence.NeedDescribed | Evidence.DecisionMaker : Evidence.None,
            Note: note is null ? null : new AddNote(new FreeText(note), Visibility.Internal)));

    public async Task RecordByStaff(Instant at, Command command)
    {
        var coordinator = (await LoadProject()).Coordinator ?? throw new InvalidOperationException($"Sample project {project.Id} has no coordinator.");
        await Record(at, command, new Actor(Role.Coordinator, coordinator));
    }

    public async Task RecordByClient(Instant at, Command command) => await Record(at, command, Actor.Client((await LoadProject()).ClientId));

    public Task RecordByWebsite(Instant at, Command command) => Record(at, command, Actor.Website);

    public async Task<Project> LoadProject() => (await store.Load(project.Id))!.Project;

    async Task Record(Instant at, Command command, Actor actor)
    {
        // Where holidays follow each other, two days of the story may be the same one.
        at = Instant.Max(at, now + Duration.FromMinutes(1));
        await AdvanceTo(at);
        await time.RunAt(at, async () => EnsureAccepted(await commands.Record(project.Id, command, actor)));
    }

    void EnsureAccepted(CommandResult result)
    {
        if (result is not CommandResult.Succeeded)
        {
            var code = result is CommandResult.Refused refused ? refused.Refusal.Code : result.GetType().Name;
            throw new InvalidOperationException($"A command in the story of {project.Id} was refused: {code}.");
        }
    }
}
