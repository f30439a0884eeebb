using System.Collections.Immutable;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Projects;

/// <summary>Questions that pages ask of a project's timeline.</summary>
public static class ProjectViewQueries
{
    /// <summary>The line that undid the closing at this version; null when no closing is there, or when it was not undone.</summary>
    public static TimelineLine? FindUndo(this ProjectView view, long closingVersion) =>
        view.Timeline.FirstOrDefault(l => l.Seq == closingVersion)?.Event is ProjectClosed
            && view.Timeline.FirstOrDefault(l => l.Seq > closingVersion && l.Event is ClosingUndone or ProjectReopened) is { Event: ClosingUndone } undone
                ? undone
                : null;

    /// <summary>
    /// The events of one answer of the client: the answer itself and the events that it led to, up to the version that its command reached.
    /// All events up to that version when none of them is an answer.
    /// </summary>
    public static ImmutableArray<Event> FindClientAnswer(this ProjectView view, long version)
    {
        var events = view.Timeline.Where(l => l.Seq <= version).Select(l => l.Event).ToArray();
        var answer = Array.FindLastIndex(events, e => e is ClientAnswered or InformationGiven or NumberCorrected);
        return [.. events[Math.Max(answer, 0)..]];
    }
}
