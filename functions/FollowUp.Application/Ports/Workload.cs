using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>What a coordinator has to do.</summary>
/// <param name="OpenProjects">How many open projects are assigned to the coordinator.</param>
/// <param name="LastAssignedAt">When the last one was assigned; null when none ever was.</param>
public sealed record Workload(int OpenProjects, Instant? LastAssignedAt);
