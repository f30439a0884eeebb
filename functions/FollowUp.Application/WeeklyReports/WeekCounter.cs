using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.WeeklyReports;

/// <summary>Counts one week, project by project. Not thread-safe.</summary>
/// <param name="monday">The first day of the week.</param>
/// <param name="calendar">The calendar of the department.</param>
sealed class WeekCounter(LocalDate monday, WorkingCalendar calendar)
{
    readonly Instant from = calendar.At(monday, LocalTime.Midnight);
    readonly Instant until = calendar.At(monday.PlusDays(7), LocalTime.Midnight);
    readonly Dictionary<DeathReason, int> dead = [];
    readonly List<Duration> firstCalls = [];
    int cameIn, validated, won, relaunchMails, calls, overdueCalls;
    decimal wonAmount;

    /// <summary>Calls that became overdue in the week, by coordinator; empty text for projects without one.</summary>
    public Dictionary<string, int> OverdueByCoordinator { get; } = [];

    /// <summary>Counts a project.</summary>
    /// <param name="project">The project as it is now.</param>
    /// <param name="timeline">Its whole timeline, oldest first. What was taken back does not count.</param>
    /// <param name="callHours">When clients may be called; the time to the first call counts only these hours.</param>
    public void Count(Project project, ImmutableArray<RecordedEvent> timeline, OpeningHours callHours)
    {
        timeline = UndoneEvents.Remove(timeline);
        foreach (var recorded in timeline.Where(r => from <= r.At && r.At < until))
        {
            Count(project, recorded.Event);
        }

        var first = timeline.FirstOrDefault(r => r.Event is CallMissed or ClientReached { Direction: CallDirection.Outbound });
        if (first is not null && from <= first.At && first.At < until)
        {
            firstCalls.Add(calendar.OpenTimeBetween(project.SubmittedAt, GetCallTime(first.Event), callHours));
        }
    }

    /// <summary>The figures of what was counted.</summary>
    public WeekFigures BuildFigures() => new(
        monday, cameIn, validated, won, wonAmount, dead.ToImmutableSortedDictionary(), relaunchMails, calls, overdueCalls, Median());

    void Count(Project project, Event happened)
    {
        switch (happened)
        {
            case ProjectSubmitted:
                cameIn++;
                break;
            case ProjectValidated:
                validated++;
                break;
            case ProjectClosed closed:
                CountOutcome(closed.Outcome);
                break;
            case RelaunchMailed or LightMailSent:
                relaunchMails++;
                break;
            case CallMissed { CountedElsewhere: not true } or ClientReached { Direction: CallDirection.Outbound, CountedElsewhere: not true }:
                calls++;
                break;
            case CallOverdue:
                overdueCalls++;
                var coordinator = project.Coordinator ?? "";
                OverdueByCoordinator[coordinator] = OverdueByCoordinator.GetValueOrDefault(coordinator) + 1;
                break;
        }
    }

    void CountOutcome(Outcome outcome)
    {
        if (outcome.Reason is { } reason)
        {
            dead[reason] = dead.GetValueOrDefault(reason) + 1;
        }
        else
        {
            won++;
            wonAmount += outcome.Amount ?? 0;
        }
    }

    static Instant GetCallTime(Event call) => call is CallMissed missed ? missed.At : ((ClientReached)call).At;

    Duration? Median()
    {
        if (firstCalls.Count == 0)
        {
            return null;
        }

        firstCalls.Sort();
        var middle = firstCalls.Count / 2;
        return firstCalls.Count % 2 == 1 ? firstCalls[middle] : (firstCalls[middle - 1] + firstCalls[middle]) / 2;
    }
}
