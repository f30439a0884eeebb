using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>The next action, and when the driver must look at the project. It is part of stored events: the fields never change.</summary>
/// <param name="Next">The next action.</param>
/// <param name="WakeAt">When the driver gives <see cref="Commands.AdvanceTime"/>.</param>
public sealed record Plan(NextAction Next, Instant WakeAt);
