using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.PendingDecisions;

/// <summary>Does a colleague take the project over while its coordinator is absent?</summary>
/// <param name="Staff">The id of the colleague who was asked.</param>
public sealed record PendingTakeOver(string Staff) : PendingDecision
{
    /// <inheritdoc/>
    public override string Id => $"take-over.{Staff}";

    /// <inheritdoc/>
    public override string? GetAssignee(Project project) => Staff;

    /// <inheritdoc/>
    public override bool IsPending(Project project) => project.IsOpen && project.Staffing.TakeOverAskedOf == Staff;

    /// <inheritdoc/>
    public override bool IsSettledBy(Event later) =>
        later is StandInStarted or StandInEnded or TakeOverDeclined or TakeOverAsked or CoordinatorAssigned or ProjectClosed;

    /// <inheritdoc/>
    public override Command ToCommand(bool yes) => new TakeOver(yes);
}
