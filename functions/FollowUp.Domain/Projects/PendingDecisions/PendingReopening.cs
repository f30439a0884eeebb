using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.PendingDecisions;

/// <summary>Is a dead project reopened whose client came back on the website? A yes reopens it.</summary>
public sealed record PendingReopening : PendingDecision
{
    /// <summary>The <see cref="Id"/>: a project has one such decision at most.</summary>
    public const string ReopeningId = "reopening";

    /// <inheritdoc/>
    public override string Id => ReopeningId;

    /// <inheritdoc/>
    public override bool IsPending(Project project) => project.IsReopeningPending;

    /// <summary>A client who cancels on the website does not come back.</summary>
    /// <param name="later">The later event.</param>
    public override bool IsSettledBy(Event later) =>
        later is ProjectReopened or ReopeningDeclined or ClosingUndone or PersonErased or ClientSignalled { Kind: SignalKind.Cancelled };

    /// <inheritdoc/>
    public override Command ToCommand(bool yes) => yes ? new Reopen(Reason: null) : new Approve(Approved: false, Id);
}
