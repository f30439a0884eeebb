using System.Collections.Frozen;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Serialization;

/// <summary>
/// The stored names of events. Entries may be added; a name never changes, also when its record is renamed.
/// </summary>
static class EventNames
{
    /// <summary>The stored name by the event's type.</summary>
    public static readonly FrozenDictionary<Type, string> All = new Dictionary<Type, string>
    {
        [typeof(ProjectSubmitted)] = "project-submitted",
        [typeof(CoordinatorAssigned)] = "coordinator-assigned",
        [typeof(StandInStarted)] = "stand-in-started",
        [typeof(StandInEnded)] = "stand-in-ended",
        [typeof(TakeOverAsked)] = "take-over-asked",
        [typeof(TakeOverDeclined)] = "take-over-declined",
        [typeof(CallMissed)] = "call-missed",
        [typeof(CallOverdue)] = "call-overdue",
        [typeof(ClientReached)] = "client-reached",
        [typeof(AttemptMailed)] = "attempt-mailed",
        [typeof(ProjectValidated)] = "project-validated",
        [typeof(InformationRequested)] = "information-requested",
        [typeof(InformationGiven)] = "information-given",
        [typeof(InformationAwaitedInVain)] = "information-awaited-in-vain",
        [typeof(CallAgreed)] = "call-agreed",
        [typeof(NumberCorrected)] = "number-corrected",
        [typeof(RelaunchMailed)] = "relaunch-mailed",
        [typeof(RelaunchSkipped)] = "relaunch-skipped",
        [typeof(WentDormant)] = "went-dormant",
        [typeof(LightMailSent)] = "light-mail-sent",
        [typeof(QuarterPassed)] = "quarter-passed",
        [typeof(Woke)] = "woke",
        [typeof(ApprovalAsked)] = "approval-asked",
        [typeof(ApprovalLapsed)] = "approval-lapsed",
        [typeof(ApprovalDeclined)] = "approval-declined",
        [typeof(ClientAnswered)] = "client-answered",
        [typeof(ClientSignalled)] = "client-signalled",
        [typeof(ClientReplied)] = "client-replied",
        [typeof(ChannelClosed)] = "channel-closed",
        [typeof(Snoozed)] = "snoozed",
        [typeof(SnoozeEnded)] = "snooze-ended",
        [typeof(NoteAdded)] = "note-added",
        [typeof(ProviderActed)] = "provider-acted",
        [typeof(GoodChancesSent)] = "good-chances-sent",
        [typeof(GoodChancesAsked)] = "good-chances-asked",
        [typeof(GoodChancesDeclined)] = "good-chances-declined",
        [typeof(QuestionAsked)] = "question-asked",
        [typeof(QuestionAnswered)] = "question-answered",
        [typeof(FactShared)] = "fact-shared",
        [typeof(ProjectClosed)] = "project-closed",
        [typeof(ProjectReopened)] = "project-reopened",
        [typeof(ClosingUndone)] = "closing-undone",
        [typeof(PersonErased)] = "person-erased",
        [typeof(CadenceTaken)] = "cadence-taken",
    }.ToFrozenDictionary();
}
