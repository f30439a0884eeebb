using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;
using NodaTime;

namespace FollowUp.Application.PendingDecisions;

/// <summary>A pending decision of a project and the event that asked for it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="EventSeq">The sequence number of the event; the links that answer the decision contain it.</param>
/// <param name="At">When the event was recorded.</param>
/// <param name="Role">The role of the actor whose command led to the event.</param>
/// <param name="Deadline">When the decision lapses or goes to the manager; null when neither is planned.</param>
public sealed record PendingDecisionDetails(PendingDecision Decision, long EventSeq, Instant At, Role Role, Instant? Deadline)
{
    /// <summary>The decision lapses at its deadline; otherwise it goes to the manager.</summary>
    public bool Lapses => Decision is PendingClosing;

    /// <summary>The pending decisions of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="timeline">Its whole timeline, oldest first.</param>
    /// <param name="messages">Its outbox, sent messages included.</param>
    /// <exception cref="InvalidOperationException">The timeline lacks the event of a pending decision.</exception>
    public static ImmutableArray<PendingDecisionDetails> FindAll(
        Project project, IEnumerable<RecordedEvent> timeline, IEnumerable<OutboxEntry> messages)
    {
        var events = timeline.Where(recorded => PendingDecision.FromEvent(recorded.Event) is not null).ToList();
        var entries = messages.ToList();
        return [.. PendingDecision.GetPending(project).Select(decision => Find(decision, project, events, entries))];
    }

    static PendingDecisionDetails Find(PendingDecision decision, Project project, List<RecordedEvent> events, List<OutboxEntry> messages)
    {
        var asked = events.FindLast(recorded => decision.Equals(PendingDecision.FromEvent(recorded.Event)))
            ?? throw new InvalidOperationException($"The timeline of project {project.Id} lacks the event of a {decision.GetType().Name}.");
        var deadline = decision.ClosesProject
            ? project.Next?.DueAt
            : messages.Find(m => m.Message.CausedBy == asked.Seq && m.Message.EscalationLevel == EscalationLevel.Escalated)?.Message.NotBefore;
        return new PendingDecisionDetails(decision, asked.Seq, asked.At, asked.Role, deadline);
    }
}
