namespace FollowUp.Domain.Projects;

/// <summary>Who follows a project.</summary>
/// <param name="Coordinator">The id of the coordinator; null while the department has none.</param>
/// <param name="StandIn">The id of the colleague who follows the project while the coordinator is absent; null when none does.</param>
/// <param name="TakeOverAskedOf">The id of the colleague who was asked to take the project over while the coordinator is absent; null when none is asked.</param>
public sealed record Staffing(string? Coordinator, string? StandIn = null, string? TakeOverAskedOf = null)
{
    /// <summary>The id of the stand-in during an absence, else of the coordinator; null while the department has no coordinator.</summary>
    public string? InCharge => StandIn ?? Coordinator;
}
