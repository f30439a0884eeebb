using System.Collections.Immutable;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>The result of a command: events and the state after them, or a refusal.</summary>
public readonly struct Decision
{
    Decision(Project? after, ImmutableArray<RecordedEvent> events, Refusal? refusal)
    {
        After = after;
        Events = events;
        Refusal = refusal;
    }

    /// <summary>The state after the events; the state before when there are none; null when the command was refused.</summary>
    public Project? After { get; }

    /// <summary>What happened; empty when the command changes nothing (a repeat, nothing due) or was refused.</summary>
    public ImmutableArray<RecordedEvent> Events { get; }

    /// <summary>Why the command was refused; null when it was accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The command was accepted.</summary>
    /// <param name="after">The state after the events.</param>
    /// <param name="events">What happened; empty when the command changes nothing.</param>
    public static Decision Accept(Project after, ImmutableArray<RecordedEvent> events) => new(after, events, null);

    /// <summary>The command was refused.</summary>
    public static Decision Refuse(Refusal refusal) => new(null, [], refusal);
}
