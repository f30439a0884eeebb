using System.Collections.Immutable;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Console.Day;

/// <summary>
/// The day of one person or of everybody: their open projects sorted by what is to be done, the decisions asked of them on any project, and the
/// replies of clients, on closed projects too.
/// </summary>
public sealed record DayPageViewModel
{
    /// <summary>How many rows a section shows.</summary>
    public const int MaxRows = 60;

    static readonly Duration NewsPeriod = Duration.FromDays(3);

    public required ConsoleVisit Visit { get; init; }

    /// <summary>Null for everybody's day.</summary>
    public required Staff? Owner { get; init; }

    /// <summary>Projects whose call is overdue, the longest overdue first.</summary>
    public required ImmutableArray<ProjectListItem> Overdue { get; init; }

    /// <summary>Projects with a call later today.</summary>
    public required ImmutableArray<ProjectListItem> Today { get; init; }

    /// <summary>Projects with an open question of a provider, the one due first before the others.</summary>
    public required ImmutableArray<ProjectListItem> Questions { get; init; }

    /// <summary>Projects with decisions asked of the person, the shortest time to answer first.</summary>
    public required ImmutableArray<ProjectWithPendingDecisions> Decisions { get; init; }

    /// <summary>Projects, closed ones too, with a client's reply that staff have not handled, the longest waiting first.</summary>
    public required ImmutableArray<ProjectListItem> Replies { get; init; }

    /// <summary>Projects with another sign of life in the last three days, newest first.</summary>
    public required ImmutableArray<ProjectListItem> News { get; init; }

    /// <summary>Projects whose next action is due within seven days.</summary>
    public required ImmutableArray<ProjectListItem> Upcoming { get; init; }

    /// <summary>The number of open projects.</summary>
    public required int OpenCount { get; init; }

    /// <summary>The number of open projects in each language that no coordinator speaks. Only on everybody's day, and while there is a coordinator.</summary>
    public ImmutableSortedDictionary<Language, int> UncoveredLanguages { get; init; } = ImmutableSortedDictionary<Language, int>.Empty;

    /// <summary>The texts of the replies, by project id; erased texts are absent.</summary>
    public ImmutableDictionary<string, string> ReplyTexts { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool IsEverybody => Owner is null;

    /// <param name="queue">The open projects, by the time their next action is due.</param>
    /// <param name="closed">Closed projects with an unhandled reply.</param>
    public static DayPageViewModel Create(
        ConsoleVisit visit, Staff? owner, ImmutableArray<ProjectListItem> queue, ImmutableArray<ProjectListItem> closed,
        ImmutableArray<ProjectWithPendingDecisions> decisions)
    {
        var now = visit.Days.Now;
        var tomorrow = StartOfDay(visit, 1);
        var afterNextWeek = StartOfDay(visit, 8);
        return new DayPageViewModel
        {
            Visit = visit,
            Owner = owner,
            Overdue = [.. queue.Where(r => IsCallBefore(r, now))],
            Today = [.. queue.Where(r => IsCallBefore(r, tomorrow) && !IsCallBefore(r, now))],
            Questions = [.. queue.Where(r => r.Project.OpenQuestions.Length > 0).OrderBy(r => r.Project.OpenQuestions.Min(q => q.DueAt))],
            Decisions = decisions,
            Replies = [.. queue.Concat(closed).Where(r => r.Project.ReplyWaitsSince is not null).OrderBy(r => r.Project.ReplyWaitsSince)],
            News = [.. queue.Where(r => IsNews(r, now)).OrderByDescending(r => r.Project.LastSignOfLife)],
            Upcoming = [.. queue.Where(r => IsUpcoming(r, now, tomorrow, afterNextWeek))],
            OpenCount = queue.Length,
            UncoveredLanguages = owner is null ? Application.Assignments.UncoveredLanguages.Count(visit.AllStaff, queue) : ImmutableSortedDictionary<Language, int>.Empty,
        };
    }

    static Instant StartOfDay(ConsoleVisit visit, int daysFromToday) =>
        visit.Days.Calendar.At(visit.Days.Today.PlusDays(daysFromToday), LocalTime.Midnight);

    static bool IsCallBefore(ProjectListItem row, Instant instant) => row.Project.Next is { Kind: ActionKind.Call } next && next.DueAt < instant;

    /// <summary>The submission, version 1, is a sign of life and no news.</summary>
    static bool IsNews(ProjectListItem row, Instant now) => row.Project is { ReplyWaitsSince: null, LastSignOfLifeVersion: > 1 }
        && row.Project.LastSignOfLife > now - NewsPeriod;

    /// <summary>Today's calls have a section of their own, and so have decisions.</summary>
    static bool IsUpcoming(ProjectListItem row, Instant now, Instant tomorrow, Instant end) => row.Project.Next is { Kind: not ActionKind.Approve } next
        && next.DueAt < end
        && next.DueAt >= (next.Kind == ActionKind.Call ? tomorrow : now);
}
