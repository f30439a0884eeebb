using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;
using NodaTime;

namespace FollowUp.Application.PendingDecisions;

/// <summary>A question to staff that stands on a project, and how it came to be asked.</summary>
/// <param name="EventSeq">The version of the event that put it; the links that answer it name that version.</param>
/// <param name="Role">Whose doing made the path ask.</param>
/// <param name="Deadline">When it lapses, or else goes to the manager.</param>
public sealed record PendingDecisionDetails(PendingDecision Decision, long EventSeq, Instant At, Role Role, Instant? Deadline)
{
    /// <summary>Without an answer it lapses; one that does not lapse goes to the manager.</summary>
    public bool Lapses => Decision is PendingClosing;

    /// <param name="timeline">Oldest first.</param>
    /// <param name="messages">Of the project, those that have left too.</param>
    public static ImmutableArray<PendingDecisionDetails> FindAll(
        Project project, IEnumerable<RecordedEvent> timeline, IEnumerable<OutboxEntry> messages)
    {
        var newest = timeline.Where(line => PendingDecision.FromEvent(line.Event) is not null).GroupBy(line => PendingDecision.FromEvent(line.Event)!)
            .ToDictionary(times => times.Key, times => times.Last());
        return
        [
            .. PendingDecision.GetPending(project).Select(question => (Question: question, Asked: newest[question]))
                .Select(q => new PendingDecisionDetails(q.Question, q.Asked.Seq, q.Asked.At, q.Asked.Role, Deadline(q.Question, q.Asked.Seq))),
        ];

        Instant? Deadline(PendingDecision question, long step) => question is PendingClosing
            ? project.Next?.DueAt
            : messages.FirstOrDefault(m => m.Message.CausedBy == step && m.Message.EscalationLevel == EscalationLevel.Escalated)?.Message.NotBefore;
    }
}
