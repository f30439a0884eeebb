using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides what staff and clients take back (product page, "Undo").</summary>
static class UndoDecider
{
    /// <summary>Takes back the last decision, or strikes out a note that is newer.</summary>
    public static Decision Decide(DecisionBuilder decision)
    {
        var project = decision.Project;
        if (project.LastNote is { } note && IsStillOwn(decision, note) && !(project.UndoPoint?.Last > note.Version))
        {
            return decision.Append(new NoteWithdrawn(note.Version)).Build();
        }

        return MayTakeBack(decision) ? AppendUndo(decision).Build() : Decision.Refuse(Refusals.NothingToUndo);
    }

    /// <summary>Takes back the last decision, which was a call, and records the call again.</summary>
    public static Decision Decide(DecisionBuilder decision, CorrectLastCall c)
    {
        var project = decision.Project;
        return MayTakeBack(decision) && project.UndoPoint!.Before.Latest.Call != project.Latest.Call
            ? CallDecider.Decide(AppendUndo(decision), c.Call)
            : Decision.Refuse(Refusals.NothingToUndo);
    }

    /// <summary>
    /// Whether a command of the client takes a closing back that staff gave, or that time brought: it is an answer, and came while the closing was not
    /// shown yet. The website's report of what the client did earlier is none.
    /// </summary>
    public static bool IsAnswerToClosing(Project project, Command command, Actor actor, Instant now) => project.IsClosingHeld(now) && command switch
    {
        AnswerRelaunch or PickCallBack or GiveInformation => true,
        CorrectNumber => !actor.IsStaff,
        ReportReply c => !actor.IsStaff && c.At != project.Latest.ReplyAt,
        ReportSignal c => c.At >= project.Closing!.At,
        _ => false,
    };

    /// <summary>Takes the closing back before the answer is decided.</summary>
    public static void TakeBackByAnswer(DecisionBuilder decision) => decision.Append(new ClosingUndone { ByAnswer = true });

    static DecisionBuilder AppendUndo(DecisionBuilder decision) =>
        decision.Append(decision.Project.IsOpen ? new DecisionUndone(decision.Project.UndoPoint!.First) : new ClosingUndone());

    /// <summary>The messages of a closing may leave from the tenth minute on, so that instant is too late.</summary>
    static bool MayTakeBack(DecisionBuilder decision) => decision.Project.IsUndoOpenTo(decision.Actor, decision.Now);

    static bool IsStillOwn(DecisionBuilder decision, LastNote note) =>
        decision.Now < note.At + Decider.UndoWithin && (decision.Actor.Id == note.By || decision.Actor.Role == Role.Manager);
}
