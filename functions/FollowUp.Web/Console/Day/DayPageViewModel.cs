using System.Collections.Immutable;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Web.Console.Day;

/// <summary>
/// One person's day, or everybody's: every open project of theirs stands in the queue, sorted by what it asks for. What others ask of them,
/// and what clients wrote about closed projects, comes beside it.
/// </summary>
/// <param name="Owner">Null for everybody's.</param>
/// <param name="Overdue">Calls that nobody made in time, the longest overdue first.</param>
/// <param name="Questions">Projects of which a provider waits for an answer.</param>
/// <param name="Approvals">What awaits a yes or a no, on whosever project, the shortest time to answer first.</param>
/// <param name="Replies">Projects, closed ones too, whose client answered by mail and that nobody looked after since, the longest waiting first.</param>
/// <param name="News">What clients said of late, newest first.</param>
/// <param name="Upcoming">The next seven days.</param>
public sealed record DayPageViewModel(
    ConsoleVisit Visit,
    Staff? Owner,
    ImmutableArray<ProjectListItem> Overdue,
    ImmutableArray<ProjectListItem> Today,
    ImmutableArray<ProjectListItem> Questions,
    ImmutableArray<ProjectWithPendingDecisions> Approvals,
    ImmutableArray<ProjectListItem> Replies,
    ImmutableArray<ProjectListItem> News,
    ImmutableArray<ProjectListItem> Upcoming,
    int Open)
{
    /// <summary>What the replies say, by their projects.</summary>
    public ImmutableDictionary<string, string> ReplyTexts { get; init; } = ImmutableDictionary<string, string>.Empty;

    static readonly Duration Recent = Duration.FromDays(3);

    public static DayPageViewModel Create(ConsoleVisit visit, Staff? whose, ImmutableArray<ProjectListItem> queue, ImmutableArray<ProjectListItem> closed, ImmutableArray<ProjectWithPendingDecisions> asking)
    {
        var (now, today) = (visit.Days.Now, visit.Days.Today);
        var calendar = visit.Days.Calendar;
        var nextWeek = calendar.At(today.PlusDays(8), LocalTime.Midnight);
        var tomorrow = calendar.At(today.PlusDays(1), LocalTime.Midnight);
        return new DayPageViewModel(
            visit,
            whose,
            [.. queue.Where(r => Next(r) is { Kind: ActionKind.Call } next && next.DueAt < now)],
            [.. queue.Where(r => Next(r) is { Kind: ActionKind.Call } next && next.DueAt >= now && next.DueAt < tomorrow)],
            [.. queue.Where(r => r.Project.OpenQuestions.Length > 0).OrderBy(r => r.Project.OpenQuestions.Min(q => q.DueAt))],
            asking,
            [.. queue.Concat(closed).Where(r => r.Project.ReplyWaitsSince is not null).OrderBy(r => r.Project.ReplyWaitsSince)],
            [.. queue.Where(r => r.Project.ReplyWaitsSince is null && r.Project.LastSignOfLifeVersion > 1 && r.Project.LastSignOfLife > now - Recent)
                .OrderByDescending(r => r.Project.LastSignOfLife)],
            [.. queue.Where(r => Next(r) is { } next && next.Kind != ActionKind.Approve && next.DueAt < nextWeek
                && next.DueAt >= (next.Kind == ActionKind.Call ? tomorrow : now))],
            queue.Length);
    }

    static NextAction? Next(ProjectListItem row) => row.Project.Next;
}
