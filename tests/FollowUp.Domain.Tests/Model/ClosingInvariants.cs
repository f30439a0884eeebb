using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;

namespace FollowUp.Domain.Tests.Model;

/// <summary>How projects end, who may end them, and what a closed project accepts.</summary>
static class ClosingInvariants
{
    public static IEnumerable<string> FindViolations(AppliedCommand step)
    {
        var (before, after) = (step.Before, step.After);
        if (step.Command is WithdrawNote { Note: var note } && before.SharedNotes?.Contains(note) != true) yield return "a note withdrawn that was not shared";
        if (!before.IsOpen)
        {
            foreach (var broken in FindViolationsWhenClosed(step)) yield return broken;
            yield break;
        }

        if (after.IsOpen) yield break;
        var outcome = after.Outcome!;
        if (outcome.IsWon && outcome.Provider is null) yield return "won without a provider";
        if (step.Command is Close { OnWordOf: null } && outcome is { IsWon: true, Provider: { } winner } && before.GetProviderState(winner) is { Acted: false, ClientInterested: false })
            yield return "won with an unknown provider, without whose word it is";
        if (step.Command is Close { Reason: null } && outcome.Reason == DeathReason.Unreachable && before.Stage != Stage.LastMailSent
            && before.Cycle.Attempts < step.Policy.TableFor(before).Validation.Attempts)
            yield return "unreachable without the attempts or words";
        if (step.Actor.Role == Role.System)
        {
            if (outcome != Outcome.Dead(DeathReason.Unreachable)) yield return "time decided an outcome";
            if (before.Validated) yield return "a validated project closed for silence without an approval";
            if (before.Agenda.Snooze is not null) yield return "a project on a pause closed by time";
        }

        if (outcome.Reason == DeathReason.NoSignOfLife && (before.Stage != Stage.ApprovalAsked || step.Command is not Approve { Approved: true }))
            yield return "closed for silence without the approval that it takes";
        if (outcome.Reason == DeathReason.Erased != after.Erased) yield return "erased and yet not, or the reverse";
    }

    /// <summary>Only undo and reopen change the phase or the outcome of a closed project.</summary>
    static IEnumerable<string> FindViolationsWhenClosed(AppliedCommand step)
    {
        var (before, after) = (step.Before, step.After);
        if (step.Happened<ClosingUndone>())
        {
            if (step.Now - before.Closing?.At >= Decider.UndoWithin) yield return "undone after ten minutes";
            if (before.Erased) yield return "an erased person brought back";
            if (step.Decision.Events.Length == 1 && (after.Phase, after.Stage) != (before.UndoPoint?.Before.Phase, before.UndoPoint?.Before.Stage)) yield return "undone to another state";
        }
        else if (step.Happened<ProjectReopened>())
        {
            if (step.Command is not (Reopen or Approve { Approved: true, Decision: PendingReopening.ReopeningId })) yield return "reopened without a command of staff";
            if (before.Phase == Phase.Won || before.Erased) yield return "reopened though won or erased";
            if (after.Generation != before.Generation + 1) yield return "reopened in the same generation";
            if (after.Phase != (before.Validated ? Phase.InFollowUp : Phase.AwaitingValidation)) yield return "reopened to another state";
        }
        else
        {
            if (after.Phase != before.Phase || after.Outcome != before.Outcome) yield return "a closed project moved";
            if (step.Messages.Any(m => m.To == RecipientKind.Client && m.Kind != MessageKind.WrittenToClient)) yield return "a closed project still relaunches";
            if (step.Happened<ClientReplied>() && !IgnoreReply(before, after).IsSameAs(before)) yield return "a reply moves a closed project";
            if (step.Happened<ClientSignalled>() && !IgnoreSignal(before, after).IsSameAs(before)) yield return "a signal moves a closed project";
            if (step.Happened<NoteAdded>() && (before.ReplyWaitsSince is null || after.ReplyWaitsSince is not null || !IgnoreReply(before, after).IsSameAs(before)))
                yield return "a note on a closed project that no reply asked for, or that moved it";
            if (step.Happened<NoteWithdrawn>() && (step.Command is not (Undo or WithdrawNote) || !IgnoreReply(before, after).IsSameAs(before)))
                yield return "a note withdrawn from a closed project without a command for it, or one that moved it";
            if (step.Happened<MailWritten>() && (before.ReplyWaitsSince is null || !IgnoreReply(before, after).IsSameAs(before))) yield return "a mail on a closed project that no reply asked for, or that moved it";
            foreach (var e in step.Decision.Events)
            {
                if (e.Event is not (NoteAdded or MailWritten or NoteWithdrawn or ChannelClosed or ChannelOpened or ConsentRecorded or ProjectChanged or ClientChanged or ClientReplied or ClientSignalled or ReopeningAsked or ReopeningDeclined or CoordinatorAssigned or StandInStarted or StandInEnded
                    or FactShared or ProviderCalled or ProviderHandedOver or QuestionAsked or QuestionAnswered or PersonErased))
                    yield return $"a closed project took {e.Event.GetType().Name}";
            }
        }
    }

    /// <summary>The state after, without the fields that a reply to a closed project may change.</summary>
    static Project IgnoreReply(Project before, Project after) => after with
    {
        Version = before.Version,
        LastSignOfLife = before.LastSignOfLife,
        Latest = before.Latest,
        ReplyWaitsSince = before.ReplyWaitsSince,
        UndoPoint = before.UndoPoint,
        LastNote = before.LastNote,
        SharedNotes = before.SharedNotes,
    };

    /// <summary>The same for what the client did on the website.</summary>
    static Project IgnoreSignal(Project before, Project after) => IgnoreReply(before, after) with
    {
        ReopeningAskedAt = before.ReopeningAskedAt,
        Providers = before.Providers,
    };
}
