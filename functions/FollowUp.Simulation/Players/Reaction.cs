using NodaTime;

namespace FollowUp.Simulation.Players;

/// <summary>What somebody does later because of an event of a project.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Cause">The number of the event, from 1.</param>
/// <param name="Provider">The number of the provider that acts, from 0; 0 where none does.</param>
public readonly record struct Reaction(Instant At, ReactionKind Kind, long Cause, int Provider = 0);
