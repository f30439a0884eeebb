using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.PendingDecisions;

/// <summary>May a project be closed whose client wants to be left alone about another one?</summary>
public sealed record PendingContinuation : PendingDecision
{
    /// <summary>The <see cref="Id"/>: a project has one such decision at most.</summary>
    public const string ContinuationId = "continuation";

    /// <inheritdoc/>
    public override string Id => ContinuationId;

    /// <inheritdoc/>
    public override bool ClosesProject => true;

    /// <inheritdoc/>
    public override bool IsPending(Project project) => project.IsContinuationPending;

    /// <inheritdoc/>
    public override bool IsSettledBy(Event later) =>
        later is ProjectClosed or ContinuationConfirmed or ContactUpdated { Contact.LeftAloneSince: null };

    /// <inheritdoc/>
    public override Command ToCommand(bool yes) => new Approve(yes, Id);
}
