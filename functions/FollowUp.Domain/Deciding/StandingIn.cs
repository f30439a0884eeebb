namespace FollowUp.Domain;

/// <summary>Who is in charge, and who is while that person is absent (product page, "Assignment" and "Absence").</summary>
static class StandingIn
{
    public static Decision Decide(Turn turn, Assign c) => turn.Project.Coordinator == c.Coordinator
        ? turn.Done()
        : turn.Happens(new CoordinatorAssigned(c.Coordinator, ByAssignment: false)).Done();

    public static Decision Decide(Turn turn, StandIn c) => (c.Staff, turn.Project) switch
    {
        ({ } staff, { StandIn: var standIn }) when staff != standIn => turn.Happens(new StandInStarted(staff)).Done(),
        (null, not { StandIn: null, TakeOverAskedOf: null }) => turn.Happens(new StandInEnded()).Done(),
        _ => turn.Done(),
    };

    /// <summary>Nobody is asked while somebody stands in.</summary>
    public static Decision Decide(Turn turn, AskTakeOver c) => turn.Project switch
    {
        { StandIn: not null } => turn.Done(),
        { TakeOverAskedOf: { } asked } when asked == c.Staff => turn.Done(),
        _ => turn.Happens(new TakeOverAsked(c.Staff)).Done(),
    };

    /// <summary>Whoever says yes for the colleague, the colleague who was asked takes the project over.</summary>
    public static Decision Decide(Turn turn, TakeOver c) => turn.Project.TakeOverAskedOf is not { } asked
        ? Decision.Refuse(Refusals.NothingToTakeOver)
        : turn.Happens(c.Accepted ? new StandInStarted(asked) : new TakeOverDeclined(asked)).Done();
}
