using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>The end of a project, taken back, approved or begun again.</summary>
static class ClosingDecider
{
    public static Decision Decide(DecisionBuilder turn, Close c) => c.Outcome switch
    {
        { IsWon: true, Provider: null } => Decision.Refuse(Refusals.ProviderNeeded),
        { Reason: DeathReason.NoSignOfLife } => Decision.Refuse(Refusals.ApprovalNeeded),
        { Reason: DeathReason.Unreachable } when turn.Project.Validated => Decision.Refuse(Refusals.NotAwaitingValidation),
        { Reason: DeathReason.Erased } => Decision.Refuse(Refusals.ErasureIsItsOwnCommand),
        _ => turn.Append(new ProjectClosed(c.Outcome, ClosedFor.Staff, c.Reason)).Build(),
    };

    /// <summary>A validated project is closed for silence only when a member of staff says so.</summary>
    public static Decision Decide(DecisionBuilder turn, Approve c) => turn.Project.Stage switch
    {
        not Stage.ApprovalAsked => Decision.Refuse(Refusals.NothingToApprove),
        _ when c.Approved => turn
            .Append(new ProjectClosed(Outcome.Dead(DeathReason.NoSignOfLife), ClosedFor.Silence)).Build(),
        _ => turn.Append(new ApprovalDeclined()).Build(),
    };

    public static Refusal? GetRefusalWhenOpen(Command command) => command switch
    {
        Undo => Refusals.NothingToUndo,
        Reopen => Refusals.NotClosed,
        _ => null,
    };

    /// <summary>
    /// A closed project stays as it is but for undo and reopen. The person keeps their rights, an absence its stand-in, a provider
    /// the answer that it is owed, and a client's reply the note that it was read.
    /// </summary>
    public static Refusal? GetRefusalWhenClosed(Project project, Command command, Instant now) => command switch
    {
        AdvanceTime or OptOut or ReportMailRefused or Erase or SetStandIn => null,

        // Whoever writes again is heard: the project stays closed, and staff decide whether to reopen it.
        ReportReply => project.Erased ? Refusals.PersonIsErased : null,
        AddNote when project.ReplyWaitsSince is not null => null,
        AnswerQuestion c when project.OpenQuestions.Any(q => q.Id == c.Question) => null,
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
