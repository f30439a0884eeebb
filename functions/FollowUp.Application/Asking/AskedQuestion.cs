using System.Collections.Immutable;
using FollowUp.Domain;
using NodaTime;

namespace FollowUp.Application;

/// <summary>A question to staff that stands on a project, and how it came to be asked.</summary>
/// <param name="Step">The version of the event that put it; the links that answer it name that version.</param>
/// <param name="Role">Whose doing made the path ask.</param>
/// <param name="Deadline">When it lapses, or else goes to the manager.</param>
public sealed record AskedQuestion(StaffQuestion Question, long Step, Instant At, Role Role, Instant? Deadline)
{
    /// <summary>Without an answer it lapses; one that does not lapse goes to the manager.</summary>
    public bool Lapses => Question is CloseForSilence;

    /// <param name="timeline">Oldest first.</param>
    /// <param name="messages">Of the project, those that have left too.</param>
    public static ImmutableArray<AskedQuestion> StandingOn(
        Project project, IEnumerable<Recorded> timeline, IEnumerable<OutboxEntry> messages)
    {
        var newest = timeline.Where(line => StaffQuestion.Of(line.Event) is not null).GroupBy(line => StaffQuestion.Of(line.Event)!)
            .ToDictionary(times => times.Key, times => times.Last());
        return
        [
            .. StaffQuestion.StandingOn(project).Select(question => (Question: question, Asked: newest[question]))
                .Select(q => new AskedQuestion(q.Question, q.Asked.Seq, q.Asked.At, q.Asked.Role, Deadline(q.Question, q.Asked.Seq))),
        ];

        Instant? Deadline(StaffQuestion question, long step) => question is CloseForSilence
            ? project.Next?.DueAt
            : messages.FirstOrDefault(m => m.Message.CausedBy == step && m.Message.Insistence == Insistence.Escalated)?.Message.NotBefore;
    }
}
