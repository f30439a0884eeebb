using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Who is in charge, and who is while that person is absent (product page, "Assignment" and "Absence").</summary>
static class AssignmentDecider
{
    public static Decision Decide(DecisionBuilder turn, Assign c) => turn.Project.Coordinator == c.Coordinator
        ? turn.Build()
        : turn.Append(new CoordinatorAssigned(c.Coordinator, ByAssignment: false)).Build();

    public static Decision Decide(DecisionBuilder turn, SetStandIn c) => (c.Staff, turn.Project) switch
    {
        ({ } staff, { StandIn: var standIn }) when staff != standIn => turn.Append(new StandInStarted(staff)).Build(),
        (null, not { StandIn: null, TakeOverAskedOf: null }) => turn.Append(new StandInEnded()).Build(),
        _ => turn.Build(),
    };

    /// <summary>Nobody is asked while somebody stands in.</summary>
    public static Decision Decide(DecisionBuilder turn, AskTakeOver c) => turn.Project switch
    {
        { StandIn: not null } => turn.Build(),
        { TakeOverAskedOf: { } asked } when asked == c.Staff => turn.Build(),
        _ => turn.Append(new TakeOverAsked(c.Staff)).Build(),
    };

    /// <summary>Whoever says yes for the colleague, the colleague who was asked takes the project over.</summary>
    public static Decision Decide(DecisionBuilder turn, TakeOver c) => turn.Project.TakeOverAskedOf is not { } asked
        ? Decision.Refuse(Refusals.NothingToTakeOver)
        : turn.Append(c.Accepted ? new StandInStarted(asked) : new TakeOverDeclined(asked)).Build();
}
