using System.Collections.Immutable;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Calls;
using FollowUp.Web.Console.Complaints;
using NodaTime;

namespace FollowUp.Web.Console.Day;

/// <summary>
/// The day of one staff member or of everybody: their open projects sorted by what is to be done, the decisions asked of them on any project, and the
/// replies of clients, on closed projects too.
/// </summary>
public sealed record DayPageViewModel
{
    /// <summary>How many rows a section shows.</summary>
    public const int MaxRows = 60;

    /// <summary>From when on an agreed call that was not made counts as missed.</summary>
    static readonly Duration MissedAfter = Duration.FromMinutes(15);

    public required ConsoleVisit Visit { get; init; }

    /// <summary>Null for everybody's day.</summary>
    public required Staff? Owner { get; init; }

    /// <summary>Which of the projects are shown.</summary>
    public DayFilter Filter { get; init; } = DayFilter.None;

    /// <summary>The calls of the day and how many are done; null on everybody's day.</summary>
    public CallQueue? Calls { get; init; }

    /// <summary>Projects whose call is overdue: missed appointments first, then the longest overdue first.</summary>
    public required ImmutableArray<ProjectListItem> Overdue { get; init; }

    /// <summary>Projects with a call later today.</summary>
    public required ImmutableArray<ProjectListItem> Today { get; init; }

    /// <summary>Which clients are one person.</summary>
    public JoinedPersons Joined { get; init; } = JoinedPersons.None;

    /// <summary>The number of projects with a call due today or before, by person.</summary>
    public ImmutableDictionary<string, int> ProjectsToCall { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Projects, closed ones too, with an open question of a provider, the one due first before the others.</summary>
    public required ImmutableArray<ProjectListItem> Questions { get; init; }

    /// <summary>Projects with decisions asked of the staff member, the shortest time to answer first.</summary>
    public required ImmutableArray<ProjectWithPendingDecisions> Decisions { get; init; }

    /// <summary>Projects, closed ones too, with a client's reply that staff have not handled, the longest waiting first.</summary>
    public required ImmutableArray<ProjectListItem> Replies { get; init; }

    /// <summary>Projects whose client gave another sign of life that nobody has read or acted upon, newest first.</summary>
    public required ImmutableArray<ProjectListItem> News { get; init; }

    /// <summary>Projects with a call on the next seven days.</summary>
    public required ImmutableArray<ProjectListItem> Upcoming { get; init; }

    /// <summary>Projects with a mail that leaves by itself, or a date that passes by itself, within seven days.</summary>
    public required ImmutableArray<ProjectListItem> Automatic { get; init; }

    /// <summary>The number of open projects.</summary>
    public int OpenCount { get; init; }

    /// <summary>The number of open projects in each language that no coordinator speaks. Only on everybody's day, and while there is a coordinator.</summary>
    public ImmutableSortedDictionary<Language, int> UncoveredLanguages { get; init; } = ImmutableSortedDictionary<Language, int>.Empty;

    /// <summary>The texts of the replies, by project id; erased texts are absent.</summary>
    public ImmutableDictionary<string, string> ReplyTexts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Complaints without an answer, the first due first. Only on everybody's day, for managers.</summary>
    public ImmutableArray<ComplaintRow> Complaints { get; init; } = [];

    public bool IsEverybody => Owner is null;

    /// <summary>The rows of a section that the page shows: the first ones, or one page of the only section.</summary>
    public IEnumerable<T> GetShown<T>(string section, ImmutableArray<T> items) => items.Skip((GetPageNumber(section, items.Length) - 1) * MaxRows).Take(MaxRows);

    /// <summary>The shown page of a section, from 1. A page past the end is the last one.</summary>
    public int GetPageNumber(string section, int count) => Filter.Section == section ? Math.Clamp(Filter.PageNumber, 1, Math.Max(1, GetPageCount(count))) : 1;

    /// <summary>The number of pages of a section with so many rows.</summary>
    public static int GetPageCount(int count) => (count + MaxRows - 1) / MaxRows;

    /// <summary>Whose day a manager sees, for addresses; null for one's own and everybody's.</summary>
    public string? StaffKey => Visit.IsManager ? Owner?.Key() : null;

    /// <param name="queue">The open projects, by the time their next action is due.</param>
    /// <param name="closed">Closed projects with an unhandled reply or question.</param>
    /// <param name="read">The versions of the answers marked as read, by project id.</param>
    /// <param name="joined">Which clients are one person.</param>
    public static DayPageViewModel Create(
        ConsoleVisit visit, Staff? owner, ImmutableArray<ProjectListItem> queue, ImmutableArray<ProjectListItem> closed,
        ImmutableArray<ProjectWithPendingDecisions> decisions, ImmutableDictionary<string, long> read, JoinedPersons joined)
    {
        var now = visit.Days.Now;
        var tomorrow = StartOfDay(visit, 1);
        var afterNextWeek = StartOfDay(visit, 8);
        return new DayPageViewModel
        {
            Visit = visit,
            Owner = owner,
            Overdue = KeepTogether(queue.Where(r => IsCallBefore(r, now)).OrderBy(r => !IsMissedAppointment(r.Project, now)), joined),
            Today = KeepTogether(queue.Where(r => IsCallBefore(r, tomorrow) && !IsCallBefore(r, now)), joined),
            Joined = joined,
            ProjectsToCall = queue.Where(r => IsCallBefore(r, tomorrow)).CountBy(r => joined.GroupKey(r.Project.ClientId)).ToImmutableDictionary(),
            Questions = [.. queue.Concat(closed).Where(r => r.Project.OpenQuestions.Length > 0).OrderBy(r => r.Project.OpenQuestions.Min(q => q.DueAt))],
            Decisions = decisions,
            Replies = [.. queue.Concat(closed).Where(r => r.Project.ReplyWaitsSince is not null).OrderBy(r => r.Project.ReplyWaitsSince)],
            News = [.. queue.Where(r => IsNews(r.Project, now, read)).OrderByDescending(r => r.Project.LastSignOfLife)],
            Upcoming = [.. queue.Where(r => r.Project.Next is { Kind: ActionKind.Call } next && next.DueAt >= tomorrow && next.DueAt < afterNextWeek)],
            Automatic = [.. queue.Where(r => r.Project.Next is { Kind: ActionKind.Mail or ActionKind.WaitForClient } next && next.DueAt < afterNextWeek)],
        };
    }

    /// <summary>How many projects of the row's person have a call due today or before: one call is about all of them.</summary>
    public int CountProjectsToCall(ProjectListItem row) =>
        IsCallBefore(row, StartOfDay(Visit, 1)) ? ProjectsToCall.GetValueOrDefault(Joined.GroupKey(row.Project.ClientId), 1) : 1;

    /// <summary>The projects of one person stand together, where the first of them stands.</summary>
    static ImmutableArray<ProjectListItem> KeepTogether(IEnumerable<ProjectListItem> rows, JoinedPersons joined) =>
        [.. rows.GroupBy(r => joined.GroupKey(r.Project.ClientId)).SelectMany(person => person)];

    static Instant StartOfDay(ConsoleVisit visit, int daysFromToday) =>
        visit.Days.Calendar.At(visit.Days.Today.PlusDays(daysFromToday), LocalTime.Midnight);

    static bool IsCallBefore(ProjectListItem row, Instant instant) => row.Project.Next is { Kind: ActionKind.Call } next && next.DueAt < instant;

    /// <summary>An agreed call whose time has passed. After an hour the project knows it too, and the client gets an excuse.</summary>
    public static bool IsMissedAppointment(Project project, Instant now) => project.Next switch
    {
        { Kind: ActionKind.Call, Why.Code: ReasonCode.MissedAppointment } => true,
        { Kind: ActionKind.Call, Why.Code: ReasonCode.AgreedCall } next => next.DueAt + MissedAfter <= now,
        _ => false,
    };

    /// <summary>
    /// The submission, version 1, is a sign of life and no news; a reply has a section of its own; and what staff did themselves, or acted upon
    /// since, is no news to them.
    /// </summary>
    static bool IsNews(Project project, Instant now, ImmutableDictionary<string, long> read) =>
        project is { ReplyWaitsSince: null, LastSignOfLifeVersion: > 1 }
        && project.LastSignOfLife > now - ReadAnswers.ShownFor
        && !(project.Latest.Call is { } call && call.At >= project.LastSignOfLife)
        && !(project.LastNote is { } note && note.Version > project.LastSignOfLifeVersion)
        && read.GetValueOrDefault(project.Id) < project.LastSignOfLifeVersion;
}
