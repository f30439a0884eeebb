using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides who is in charge of a project, and who stands in during an absence (product page, "Assignment" and "Absence").</summary>
static class AssignmentDecider
{
    public static Decision Decide(DecisionBuilder decision, Assign c) => decision.Project.Coordinator == c.Coordinator
        ? decision.Build()
        : decision.Append(new CoordinatorAssigned(c.Coordinator, ByAssignment: false)).Build();

    public static Decision Decide(DecisionBuilder decision, AssignByRules c) => decision.Project.Coordinator != c.From || c.From == c.Coordinator
        ? decision.Build()
        : decision.Append(new CoordinatorAssigned(c.Coordinator, ByAssignment: true)).Build();

    public static Decision Decide(DecisionBuilder decision, SetStandIn c) => (c.Staff, decision.Project.Staffing) switch
    {
        ({ } staff, { StandIn: var standIn }) when staff != standIn => decision.Append(new StandInStarted(staff)).Build(),
        (null, not { StandIn: null, TakeOverAskedOf: null }) => decision.Append(new StandInEnded()).Build(),
        _ => decision.Build(),
    };

    /// <summary>Asks no colleague while a stand-in follows the project.</summary>
    public static Decision Decide(DecisionBuilder decision, AskTakeOver c) => decision.Project.Staffing switch
    {
        { StandIn: not null } => decision.Build(),
        { TakeOverAskedOf: { } asked } when asked == c.Staff => decision.Build(),
        _ => decision.Append(new TakeOverAsked(c.Staff, c.Mail)).Build(),
    };

    /// <summary>The colleague who was asked takes the project over, even when a manager accepts for them.</summary>
    public static Decision Decide(DecisionBuilder decision, TakeOver c) => decision.Project.Staffing.TakeOverAskedOf is not { } asked
        ? Decision.Refuse(Refusals.NothingToTakeOver)
        : decision.Append(c.Accepted ? new StandInStarted(asked) : new TakeOverDeclined(asked)).Build();
}
