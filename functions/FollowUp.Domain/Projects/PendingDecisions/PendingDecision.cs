using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.PendingDecisions;

/// <summary>A question that the path puts to staff: whether it is still pending, what settles it, and the command that each answer gives.</summary>
public abstract record PendingDecision
{
    /// <summary>The question that an event puts; null when it puts none.</summary>
    public static PendingDecision? FromEvent(Event asked) => asked switch
    {
        ApprovalAsked => new PendingClosing(),
        ContinuationAsked => new PendingContinuation(),
        ReopeningAsked => new PendingReopening(),
        GoodChancesAsked e => new PendingGoodChancesNotice(e.Provider),
        TakeOverAsked e => new PendingTakeOver(e.Staff),
        _ => null,
    };

    /// <summary>All questions that the project waits for staff to answer.</summary>
    public static IEnumerable<PendingDecision> GetPending(Project project)
    {
        IEnumerable<PendingDecision> all =
        [
            new PendingClosing(),
            new PendingContinuation(),
            new PendingReopening(),
            .. project.Staffing.TakeOverAskedOf is { } staff ? [new PendingTakeOver(staff)] : Array.Empty<PendingDecision>(),
            .. project.Providers.Select(p => new PendingGoodChancesNotice(p.Provider)),
        ];
        return all.Where(question => question.IsPending(project));
    }

    /// <summary>Names the decision among those of its project. It is part of the API.</summary>
    public abstract string Id { get; }

    /// <summary>Whether a yes closes the project. Its next action then is the approval itself.</summary>
    public virtual bool ClosesProject => false;

    /// <summary>The id of the staff member who was asked; null when the manager was.</summary>
    public virtual string? GetAssignee(Project project) => project.InCharge;

    /// <summary>Whether the project still waits for the answer.</summary>
    public abstract bool IsPending(Project project);

    /// <summary>Whether an event after the question answers it or makes it obsolete.</summary>
    public abstract bool IsSettledBy(Event later);

    /// <summary>The command that an answer gives. <see cref="Permissions.Charter"/> checks it like any other command.</summary>
    /// <param name="yes">The answer.</param>
    public abstract Command ToCommand(bool yes);
}
