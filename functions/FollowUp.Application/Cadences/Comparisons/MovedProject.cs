using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Application.Cadences.Comparisons;

/// <summary>A project whose next action would be another one, or at another time.</summary>
/// <param name="Id">The project.</param>
/// <param name="KindBefore">The next action as its cycle runs now.</param>
/// <param name="Before">When it is due; what is overdue is due at the instant of the comparison.</param>
/// <param name="KindAfter">The next action by the compared cadence.</param>
/// <param name="After">When that one is due.</param>
public sealed record MovedProject(string Id, ActionKind KindBefore, Instant Before, ActionKind KindAfter, Instant After);
