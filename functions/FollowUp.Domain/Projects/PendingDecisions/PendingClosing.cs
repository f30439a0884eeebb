using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.PendingDecisions;

/// <summary>May a project be closed for silence after two years of dormancy?</summary>
public sealed record PendingClosing : PendingDecision
{
    /// <inheritdoc/>
    public override bool IsPending(Project project) => project is { Stage: Stage.ApprovalAsked, IsContinuationPending: false };

    /// <inheritdoc/>
    public override bool IsSettledBy(Event later) => later is ProjectClosed or ApprovalDeclined or ApprovalLapsed or Woke or ContinuationAsked;

    /// <inheritdoc/>
    public override Command ToCommand(bool yes) => new Approve(yes);
}
