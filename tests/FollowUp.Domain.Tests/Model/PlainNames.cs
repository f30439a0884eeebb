using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Events and messages in plain words, for the path document.</summary>
static class PlainNames
{
    public static string Of(Event e) => e switch
    {
        CoordinatorAssigned => "who is in charge now",
        StandInStarted => "who stands in",
        StandInEnded => "the coordinator is back",
        TakeOverAsked => "who was asked to take over",
        TakeOverDeclined => "a no to taking over",
        CallMissed => "a missed call",
        CallOverdue => "the call is overdue",
        ProjectChanged => "what the client changed of the project on the website",
        ClientChanged => "what the client changed of their details on the website",
        ContinuationAsked => "staff are asked whether it goes on",
        ContinuationConfirmed => "it goes on",
        ReopeningAsked => "staff are asked whether to reopen it",
        ReopeningDeclined => "it stays closed",
        DecisionOverdue => "the decision is overdue",
        ClientReached => "what the client said on the phone",
        AttemptMailed => "a try by mail",
        ProjectValidated => "validated",
        InformationRequested => "what was asked for",
        InformationGiven => "what the client sent",
        InformationAwaitedInVain => "no information came",
        CallAgreed => "the agreed time",
        NumberFoundWrong => "the number is wrong",
        NumberAsked => "the client was asked for the right number",
        NumberCorrected => "the number was corrected",
        MailAddressCorrected => "the address was corrected",
        MailWritten => "what staff wrote",
        AppointmentMissed => "the appointment was missed",
        RelaunchMailed => "a relaunch by mail",
        RelaunchSkipped => "a relaunch for which no channel is left",
        WentDormant => "asleep",
        LightMailSent => "the light mail of the quarter",
        QuarterPassed => "a quarter without a mail",
        Woke => "woken",
        ApprovalAsked => "staff were asked",
        ApprovalLapsed => "no answer in time",
        ApprovalDeclined => "not to be closed",
        ClientAnswered => "the client’s answer",
        ClientSignalled => "what the client did on the website",
        ClientReplied => "the client’s words",
        ChannelClosed => "the channel that is closed",
        ChannelOpened => "the channel that is open again",
        Snoozed => "a pause and its date",
        SnoozeEnded => "the end of the pause",
        NoteAdded => "the note",
        ProviderActed => "what the provider did",
        GoodChancesSent => "the notice",
        GoodChancesAsked => "staff were asked for a notice",
        GoodChancesDeclined => "a no to the notice",
        QuestionAsked => "the question",
        QuestionAnswered => "the answer",
        FactShared => "the fact, published or withheld",
        ProjectClosed => "the end and its reason",
        ProjectReopened => "reopened",
        ClosingUndone => "the closing was undone",
        DecisionUndone => "the decision was undone",
        NoteWithdrawn => "the note was struck out",
        PersonErased => "the person was erased",
        CadenceTaken => "the new cadence",
        _ => PathDocument.SplitWords(e.GetType().Name),
    };

    public static string Of(OutboxMessage m) => m.To == RecipientKind.Website
        ? "the website is told"
        : $"{Recipient(m.To)}: {Subject(m.Kind)}";

    public static string Of(ActionKind kind) => kind switch
    {
        ActionKind.Call => "a call",
        ActionKind.Mail => "a mail",
        ActionKind.WaitForClient => "waiting for the client",
        _ => "waiting for an approval",
    };

    static string Recipient(RecipientKind to) => to switch
    {
        RecipientKind.Client => "the client",
        RecipientKind.Provider => "the provider",
        _ => "staff",
    };

    static string Subject(MessageKind kind) => kind switch
    {
        MessageKind.TriedToReachYou => "we tried to reach you",
        MessageKind.MissingInformation => "this is missing",
        MessageKind.RelaunchFirst => "the first relaunch",
        MessageKind.RelaunchLater => "a relaunch",
        MessageKind.RelaunchAfterSnooze => "a relaunch after the pause",
        MessageKind.Warning => "the warning",
        MessageKind.LightMail => "a light mail",
        MessageKind.CallAgreed => "the agreed call",
        MessageKind.GoodChances => "good chances",
        MessageKind.QuestionAnswered => "the answer",
        MessageKind.QuestionReceived => "a provider asks",
        MessageKind.ProviderHandedOver => "who is in charge",
        MessageKind.QuestionReceipt => "the question arrived",
        MessageKind.QuestionReminder => "the answer is due tomorrow",
        MessageKind.QuestionOverdue => "the answer is overdue",
        MessageKind.ApprovalRequest => "may it be closed?",
        MessageKind.NotSerious => "why it is not followed up",
        MessageKind.OutcomeThanks => "thanks for the answer",
        MessageKind.Receipt => "we have your project",
        MessageKind.Validated => "your project is validated",
        MessageKind.ReplyReceived => "the client wrote",
        MessageKind.WrittenToClient => "the mail of staff",
        MessageKind.CallCancelled => "the agreed call does not take place",
        MessageKind.AppointmentMissed => "our apologies, choose another time",
        MessageKind.ClosingTakenBack => "an answer took the closing back",
        MessageKind.GoodChancesRequest => "may the provider know?",
        MessageKind.ReopeningRequest => "shall it be reopened?",
        MessageKind.TakeOverRequest => "will you take over?",
        MessageKind.HandOver => "a project is handed over",
        _ => PathDocument.SplitWords(kind.ToString()),
    };
}
