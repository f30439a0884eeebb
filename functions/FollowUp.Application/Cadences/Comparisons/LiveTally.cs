using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Forecasts;
using NodaTime;

namespace FollowUp.Application.Cadences.Comparisons;

/// <summary>Adds up a comparison, project by project. Not thread-safe: each thread has its own, and they are added at the end.</summary>
/// <param name="calendar">The department's calendar.</param>
/// <param name="now">The instant of the comparison.</param>
/// <param name="weeks">How many weeks it looks ahead, this week included.</param>
sealed class LiveTally(WorkingCalendar calendar, Instant now, int weeks)
{
    /// <summary>Moved projects that are listed.</summary>
    const int MaxListed = 25;

    readonly LocalDate monday = GetMonday(calendar, now);
    readonly Instant[] weekEnds = [.. Enumerable.Range(1, weeks).Select(week => calendar.At(GetMonday(calendar, now).PlusWeeks(week), LocalTime.Midnight))];
    readonly int[,] contacts = new int[weeks, 4];
    readonly List<ForecastContact> found = [];
    readonly PriorityQueue<MovedProject, Instant> moved = new(Comparer<Instant>.Create((a, b) => b.CompareTo(a)));
    int projects;
    int sooner;
    int later;
    int otherAction;

    /// <param name="project">An open project.</param>
    /// <param name="before">The rules as they are.</param>
    /// <param name="after">The same rules with the compared cadence as the current one.</param>
    public void Add(Project project, Policy before, Policy after)
    {
        projects++;
        var (current, compared) = (SilentForecast.Replan(project, before, now), SilentForecast.RunByCurrent(project, after, now));
        var (was, becomes) = (current.Next!, compared.Next!);
        if (was.DueAt != becomes.DueAt || was.Kind != becomes.Kind)
        {
            sooner += becomes.DueAt < was.DueAt ? 1 : 0;
            later += becomes.DueAt > was.DueAt ? 1 : 0;
            otherAction += becomes.DueAt == was.DueAt ? 1 : 0;
            List(new MovedProject(project.Id, was.Kind, was.DueAt, becomes.Kind, becomes.DueAt));
        }

        Forecast(current, before);
        Count(isAfter: 0);
        Forecast(compared, after);
        Count(isAfter: 1);
    }

    /// <summary>Adds a project for which both cadences are the same.</summary>
    /// <param name="project">An open project.</param>
    /// <param name="policy">The rules as they are.</param>
    public void AddUnchanged(Project project, Policy policy)
    {
        projects++;
        Forecast(SilentForecast.Replan(project, policy, now), policy);
        Count(isAfter: 0);
        Count(isAfter: 1);
    }

    public void Add(LiveTally other)
    {
        projects += other.projects;
        sooner += other.sooner;
        later += other.later;
        otherAction += other.otherAction;
        for (var week = 0; week < weeks; week++)
        {
            for (var column = 0; column < 4; column++) contacts[week, column] += other.contacts[week, column];
        }

        foreach (var (project, _) in other.moved.UnorderedItems) List(project);
    }

    /// <param name="parts">How many parts of the open projects were added.</param>
    /// <param name="allParts">How many there are.</param>
    public LiveComparison Build(int parts, int allParts) => new(
        projects, parts, allParts, sooner, later, otherAction,
        [.. Enumerable.Range(0, weeks).Select(week => new WeekContacts(
            monday.PlusWeeks(week), contacts[week, 0], contacts[week, 1], contacts[week, 2], contacts[week, 3]))],
        [.. moved.UnorderedItems.Select(item => item.Element).OrderBy(project => project.Before).ThenBy(project => project.Id, StringComparer.Ordinal)]);

    static LocalDate GetMonday(WorkingCalendar calendar, Instant now) => calendar.DateOf(now).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    void Forecast(Project project, Policy policy)
    {
        found.Clear();
        SilentForecast.AddContacts(project, policy, now, weekEnds[^1], found);
    }

    void Count(int isAfter)
    {
        foreach (var contact in found)
        {
            var week = 0;
            while (contact.At >= weekEnds[week]) week++;
            contacts[week, (contact.Channel == Channel.Phone ? 2 : 0) + isAfter]++;
        }
    }

    /// <summary>Keeps the projects that are due first.</summary>
    void List(MovedProject project)
    {
        moved.Enqueue(project, project.Before);
        if (moved.Count > MaxListed) moved.Dequeue();
    }
}
