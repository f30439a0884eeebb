using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Web.Console.Calls;

/// <summary>The calls of a day in the order in which they are made, and how many are done.</summary>
/// <param name="Due">Calls due by now: missed appointments first, then agreed times, then the longest due.</param>
/// <param name="Later">Calls due later today, by time.</param>
/// <param name="Done">The number of projects whose client was called today.</param>
public sealed record CallQueue(ImmutableArray<ProjectListItem> Due, ImmutableArray<ProjectListItem> Later, int Done)
{
    public int Total => Done + Due.Length + Later.Length;

    /// <param name="queue">Open projects, by the time their next action is due.</param>
    /// <param name="closedToday">Projects closed today.</param>
    /// <param name="now">The current time.</param>
    /// <param name="calendar">Tells where the day begins and ends.</param>
    public static CallQueue Create(
        ImmutableArray<ProjectListItem> queue, IEnumerable<ProjectListItem> closedToday, Instant now, WorkingCalendar calendar)
    {
        var today = calendar.DateOf(now);
        var calls = queue.Where(r => r.Project.Next is { Kind: ActionKind.Call } next && calendar.DateOf(next.DueAt) <= today).ToArray();
        return new CallQueue(
            [.. calls.Where(r => r.Project.Next!.DueAt <= now).OrderBy(r => GetRank(r.Project)).ThenBy(r => r.Project.Next!.DueAt)],
            [.. calls.Where(r => r.Project.Next!.DueAt > now).OrderBy(r => r.Project.Next!.DueAt)],
            queue.Concat(closedToday).Count(r => IsCalledOn(r.Project, today, calendar)));
    }

    /// <summary>The next due call; null when none is due.</summary>
    /// <param name="after">The project whose call is skipped; the list starts over after its end. Null to begin at the first.</param>
    public ProjectListItem? GetNext(string? after)
    {
        var skipped = after is null ? -1 : Due.ToList().FindIndex(r => r.Project.Id == after);
        return Due.IsEmpty ? null : Due[(skipped + 1) % Due.Length];
    }

    /// <summary>A client who was promised a call and did not get it comes first.</summary>
    static int GetRank(Project project) => project.Next?.Why.Code switch
    {
        ReasonCode.MissedAppointment => 0,
        ReasonCode.AgreedCall => 1,
        _ => 2,
    };

    static bool IsCalledOn(Project project, LocalDate day, WorkingCalendar calendar) =>
        project.Latest.Call is { Direction: CallDirection.Outbound } call && calendar.DateOf(call.At) == day;
}
