using System.Collections.Immutable;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>The answer to a command: either events and the state after them, or a refusal.</summary>
public readonly struct Decision
{
    Decision(Project? after, ImmutableArray<RecordedEvent> events, Refusal? refusal)
    {
        After = after;
        Events = events;
        Refusal = refusal;
    }

    /// <summary>The state after the events; the unchanged one when there are none; null when refused.</summary>
    public Project? After { get; }

    /// <summary>What happened; empty when the command changes nothing (a repeat, nothing due).</summary>
    public ImmutableArray<RecordedEvent> Events { get; }

    public Refusal? Refusal { get; }

    public static Decision Accept(Project after, ImmutableArray<RecordedEvent> events) => new(after, events, null);

    public static Decision Refuse(Refusal refusal) => new(null, [], refusal);
}
