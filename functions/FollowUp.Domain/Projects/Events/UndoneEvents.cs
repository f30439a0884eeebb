using System.Collections.Immutable;
using FollowUp.Domain.Permissions;

namespace FollowUp.Domain.Projects.Events;

/// <summary>Leaves out of a timeline what was taken back, so that feed and figures do not count it.</summary>
public static class UndoneEvents
{
    /// <summary>The timeline without the decisions and notes that were taken back. The events that say so stay.</summary>
    /// <param name="timeline">The events of one project, oldest first.</param>
    public static ImmutableArray<RecordedEvent> Remove(IReadOnlyCollection<RecordedEvent> timeline)
    {
        var undone = Find(timeline);
        return undone.Count == 0 ? [.. timeline] : [.. timeline.Where(recorded => !undone.Contains(recorded.Seq))];
    }

    static HashSet<long> Find(IReadOnlyCollection<RecordedEvent> timeline)
    {
        var undone = new HashSet<long>();
        RecordedEvent? closing = null;
        foreach (var recorded in timeline)
        {
            switch (recorded.Event)
            {
                case ProjectClosed:
                    closing = recorded;
                    break;
                case ClosingUndone when closing is { Role: Role.Coordinator or Role.Manager }:
                    undone.UnionWith(FindDecision(timeline, closing.First ?? closing.Seq, recorded.Seq));
                    break;
                case ClosingUndone when closing is not null:
                    // The sign of life of a client who closed the project stays.
                    undone.Add(closing.Seq);
                    break;
                case DecisionUndone e:
                    undone.UnionWith(FindDecision(timeline, e.FirstVersion, recorded.Seq));
                    break;
                case NoteWithdrawn e:
                    undone.Add(e.Note);
                    break;
            }
        }

        return undone;
    }

    static IEnumerable<long> FindDecision(IEnumerable<RecordedEvent> timeline, long first, long before) =>
        timeline.Where(recorded => (recorded.First ?? recorded.Seq) == first && recorded.Seq < before).Select(recorded => recorded.Seq);
}
