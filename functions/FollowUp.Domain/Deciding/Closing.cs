using NodaTime;

namespace FollowUp.Domain;

/// <summary>The end of a project, taken back, approved or begun again.</summary>
static class Closing
{
    public static Decision Decide(Turn turn, Close c) => c.Outcome switch
    {
        { IsWon: true, Provider: null } => Decision.Refuse(Refusals.ProviderNeeded),
        { Reason: DeathReason.NoSignOfLife } => Decision.Refuse(Refusals.ApprovalNeeded),
        { Reason: DeathReason.Unreachable } when turn.Project.Validated => Decision.Refuse(Refusals.NotAwaitingValidation),
        { Reason: DeathReason.Erased } => Decision.Refuse(Refusals.ErasureIsItsOwnCommand),
        _ => turn.Happens(new ProjectClosed(c.Outcome, ClosedFor.Staff, c.Reason)).Done(),
    };

    /// <summary>A validated project is closed for silence only when a member of staff says so.</summary>
    public static Decision Decide(Turn turn, Approve c) => turn.Project.Stage switch
    {
        not Stage.ApprovalAsked => Decision.Refuse(Refusals.NothingToApprove),
        _ when c.Approved => turn
            .Happens(new ProjectClosed(Outcome.Dead(DeathReason.NoSignOfLife), ClosedFor.Silence)).Done(),
        _ => turn.Happens(new ApprovalDeclined()).Done(),
    };

    public static Refusal? RefusesWhenOpen(Command command) => command switch
    {
        Undo => Refusals.NothingToUndo,
        Reopen => Refusals.NotClosed,
        _ => null,
    };

    /// <summary>
    /// A closed project stays as it is but for undo and reopen. The person keeps their rights, an absence its stand-in, a provider
    /// the answer that it is owed, and a client's reply the note that it was read.
    /// </summary>
    public static Refusal? RefusesWhenClosed(Project project, Command command, Instant now) => command switch
    {
        PassTime or OptOut or ReportMailRefused or Erase or StandIn => null,

        // Whoever writes again is heard: the project stays closed, and staff decide whether to reopen it.
        ReportReply => project.Erased ? Refusals.PersonIsErased : null,
        AddNote when project.ReplyWaitsSince is not null => null,
        AnswerQuestion c when project.Questions.Any(q => q.Id == c.Question) => null,
        // What a closing owes may leave from the tenth minute on: at that instant it is too late.
        Undo => now < project.UndoUntil ? null : Refusals.NothingToUndo,
        Reopen => project switch
        {
            { Erased: true } => Refusals.PersonIsErased,
            { Phase: Phase.Won } => Refusals.OnlyTheDeadReopen,
            _ => null,
        },
        _ => Refusals.AlreadyClosed,
    };
}
