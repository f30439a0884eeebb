namespace FollowUp.Domain.Cadences;

/// <summary>A cap on calls in any period (private persons: four in thirty days, décret 2022-1313).</summary>
/// <param name="Calls">The number of calls that the period may hold.</param>
/// <param name="Days">The length of the period.</param>
public sealed record CallCap(int Calls, int Days);
