using System.Collections.Frozen;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application.Serialization;

/// <summary>
/// The names of commands in the audit log, which stores them and shows them to managers. Entries may be added; a name never changes, also when
/// its record is renamed.
/// </summary>
public static class CommandNames
{
    /// <summary>The stored name by the command's type.</summary>
    public static readonly FrozenDictionary<Type, string> All = new Dictionary<Type, string>
    {
        [typeof(Submit)] = "submit",
        [typeof(RecordCall)] = "record-call",
        [typeof(AddNote)] = "add-note",
        [typeof(Snooze)] = "snooze",
        [typeof(SendGoodChances)] = "send-good-chances",
        [typeof(DeclineGoodChances)] = "decline-good-chances",
        [typeof(Assign)] = "assign",
        [typeof(AssignByRules)] = "assign-by-rules",
        [typeof(SetStandIn)] = "stand-in",
        [typeof(AskTakeOver)] = "ask-take-over",
        [typeof(TakeOver)] = "take-over",
        [typeof(Close)] = "close",
        [typeof(Reopen)] = "reopen",
        [typeof(Undo)] = "undo",
        [typeof(AnswerQuestion)] = "answer-question",
        [typeof(Approve)] = "approve",
        [typeof(ShareFact)] = "share-fact",
        [typeof(AnswerRelaunch)] = "answer-relaunch",
        [typeof(PickCallBack)] = "pick-call-back",
        [typeof(CorrectNumber)] = "correct-number",
        [typeof(GiveInformation)] = "give-information",
        [typeof(OptOut)] = "opt-out",
        [typeof(ReportReply)] = "report-reply",
        [typeof(ReportProviderAction)] = "report-provider-action",
        [typeof(ReportSignal)] = "report-signal",
        [typeof(AskQuestion)] = "ask-question",
        [typeof(ReportMailRefused)] = "report-mail-refused",
        [typeof(AdvanceTime)] = "pass-time",
        [typeof(Erase)] = "erase",
    }.ToFrozenDictionary();
}
