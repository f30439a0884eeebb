using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Board;

/// <summary>Derives the facts of the board from events. It is pure.</summary>
public static class BoardFacts
{
    /// <summary>The facts of all events of a timeline.</summary>
    /// <param name="timeline">The timeline of a project, oldest first.</param>
    /// <param name="policy">Calendar and cadences.</param>
    public static ImmutableArray<BoardFact> Create(IReadOnlyList<RecordedEvent> timeline, Policy policy) => Create(null, timeline, policy);

    /// <summary>The facts of new events. An undo among them needs the whole timeline; see <see cref="NeedTimeline"/>.</summary>
    /// <param name="before">The project before them; null when the events are a whole timeline.</param>
    /// <param name="events">The events, oldest first.</param>
    /// <param name="policy">Calendar and cadences.</param>
    /// <returns>None for a project of an earlier version, whose facts are created from its timeline at once.</returns>
    public static ImmutableArray<BoardFact> Create(Project? before, IReadOnlyList<RecordedEvent> events, Policy policy)
    {
        var facts = new List<BoardFact>();
        var retracted = new HashSet<long>();
        for (var i = 0; i < events.Count; i++)
        {
            var (recorded, after) = (events[i], Evolution.Apply(before, events[i]));
            if (after.Figures is not null)
            {
                var step = new BoardFactStep(before, recorded, after, policy);
                facts.AddRange(IsUndo(recorded) ? Retract(facts, events.Take(i + 1), retracted, step) : step.CreateEventFacts());
                facts.AddRange(step.CreateStateFacts());
            }

            before = after;
        }

        return
        [
            .. facts.GroupBy(fact => (fact.Seq, fact.Cell)).Select(same => same.First() with { Count = same.Sum(f => f.Count), Cents = same.Sum(f => f.Cents) })
                .Where(fact => fact.Count != 0 || fact.Cents != 0),
        ];
    }

    /// <summary>Whether the facts of these events depend on earlier events, since something is taken back.</summary>
    public static bool NeedTimeline(IEnumerable<RecordedEvent> events) => events.Any(IsUndo);

    static bool IsUndo(RecordedEvent recorded) => recorded.Event is ClosingUndone or DecisionUndone;

    static List<BoardFact> Retract(List<BoardFact> facts, IEnumerable<RecordedEvent> timeline, HashSet<long> retracted, BoardFactStep step)
    {
        // A note counts for nothing, so a note that was struck out takes nothing back.
        RecordedEvent[] all = [.. timeline.Where(recorded => recorded.Event is not NoteWithdrawn)];
        var undone = all.Select(e => e.Seq).Except(UndoneEvents.Remove(all).Select(e => e.Seq)).Where(retracted.Add).ToHashSet();
        return
        [
            .. facts.Where(fact => undone.Contains(fact.Seq) && fact.Cell.Kind is not (BoardFactKind.Open or BoardFactKind.Waiting))
                .Select(fact => step.Create(fact.Cell, -fact.Count, -fact.Cents)),
        ];
    }
}
