using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.PendingDecisions;

/// <summary>
/// What the path asks of staff: whether it still stands, what settles it, and the command that each answer is. Whoever answers is
/// held to the charter as for any command.
/// </summary>
public abstract record PendingDecision
{
    /// <summary>The question that an event puts; null when it puts none.</summary>
    public static PendingDecision? FromEvent(Event asked) => asked switch
    {
        ApprovalAsked => new PendingClosing(),
        GoodChancesAsked e => new PendingGoodChancesNotice(e.Provider),
        TakeOverAsked e => new PendingTakeOver(e.Staff),
        _ => null,
    };

    /// <summary>All that the project waits for staff to answer.</summary>
    public static IEnumerable<PendingDecision> GetPending(Project project)
    {
        IEnumerable<PendingDecision> any =
        [
            new PendingClosing(),
            .. project.TakeOverAskedOf is { } staff ? [new PendingTakeOver(staff)] : Array.Empty<PendingDecision>(),
            .. project.Providers.Select(standing => new PendingGoodChancesNotice(standing.Provider)),
        ];
        return any.Where(question => question.IsPending(project));
    }

    /// <summary>Whose answer is awaited; null while it is the manager's.</summary>
    public virtual string? GetAssignee(Project project) => project.InCharge;

    /// <summary>Whether the project still waits for the answer.</summary>
    public abstract bool IsPending(Project project);

    /// <summary>Whether this event, once the question was put, is its answer or makes it idle.</summary>
    public abstract bool IsSettledBy(Event happened);

    public abstract Command ToCommand(bool yes);
}

/// <summary>May a project that slept for two years be closed?</summary>
public sealed record PendingClosing : PendingDecision
{
    public override bool IsPending(Project project) => project.Stage == Stage.ApprovalAsked;

    public override bool IsSettledBy(Event happened) => happened is ProjectClosed or ApprovalDeclined or ApprovalLapsed or Woke;

    public override Command ToCommand(bool yes) => new Approve(yes);
}

/// <summary>May a provider have its good-chances notice?</summary>
public sealed record PendingGoodChancesNotice(string Provider) : PendingDecision
{
    public override bool IsPending(Project project) =>
        project.IsOpen && project.GetProviderState(Provider) is { NoticeApproval: NoticeApproval.Waiting, Notified: false };

    public override bool IsSettledBy(Event happened) => happened switch
    {
        GoodChancesSent e => e.Provider == Provider,
        GoodChancesDeclined e => e.Provider == Provider,
        _ => happened is ProjectClosed,
    };

    public override Command ToCommand(bool yes) => yes ? new SendGoodChances(Provider) : new DeclineGoodChances(Provider);
}

/// <summary>Will a colleague follow the project while its coordinator is absent?</summary>
public sealed record PendingTakeOver(string Staff) : PendingDecision
{
    public override string? GetAssignee(Project project) => Staff;

    public override bool IsPending(Project project) => project.IsOpen && project.TakeOverAskedOf == Staff;

    public override bool IsSettledBy(Event happened) =>
        happened is StandInStarted or StandInEnded or TakeOverDeclined or TakeOverAsked or CoordinatorAssigned or ProjectClosed;

    public override Command ToCommand(bool yes) => new TakeOver(yes);
}
