using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.PendingDecisions;

/// <summary>May a project be closed for silence after two years of dormancy?</summary>
public sealed record PendingClosing : PendingDecision
{
    /// <summary>The <see cref="Id"/>: a project has one such decision at most.</summary>
    public const string ClosingId = "closing";

    /// <inheritdoc/>
    public override string Id => ClosingId;

    /// <inheritdoc/>
    public override bool ClosesProject => true;

    /// <inheritdoc/>
    public override bool IsPending(Project project) => project is { Stage: Stage.ApprovalAsked, IsContinuationPending: false };

    /// <inheritdoc/>
    public override bool IsSettledBy(Event later) => later is ProjectClosed or ApprovalDeclined or ApprovalLapsed or Woke or ContinuationAsked;

    /// <inheritdoc/>
    public override Command ToCommand(bool yes) => new Approve(yes, Id);
}
