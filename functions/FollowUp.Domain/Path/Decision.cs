using System.Collections.Immutable;

namespace FollowUp.Domain;

/// <summary>The answer to a command: either events and the state after them, or a refusal.</summary>
public readonly struct Decision
{
    Decision(Project? after, ImmutableArray<Recorded> events, Refusal? refusal)
    {
        After = after;
        Events = events;
        Refusal = refusal;
    }

    /// <summary>The state after the events; the unchanged one when there are none; null when refused.</summary>
    public Project? After { get; }

    /// <summary>What happened; empty when the command changes nothing (a repeat, nothing due).</summary>
    public ImmutableArray<Recorded> Events { get; }

    public Refusal? Refusal { get; }

    public static Decision Accept(Project after, ImmutableArray<Recorded> events) => new(after, events, null);

    public static Decision Refuse(Refusal refusal) => new(null, [], refusal);
}
