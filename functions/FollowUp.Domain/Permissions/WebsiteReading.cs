using System.Diagnostics;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Permissions;

/// <summary>
/// Which free text of a timeline the website may read: what was written for providers or came through the website itself. The words of staff to each other, and of
/// staff and client to each other, it may not, because many people of another company may hold its key. It reads that such an event happened, and when.
/// </summary>
public static class WebsiteReading
{
    /// <summary>Whether the website may read the free text of an event; true for an event that has none.</summary>
    public static bool MayReadWords(Event e) => e switch
    {
        NoteAdded note => note.Visibility == Visibility.Shared,
        ProviderCalled call => call.Visibility == Visibility.Shared,
        QuestionAsked or QuestionAnswered => true,

        // The sentence that the client agreed to, on the website as a rule.
        ConsentRecorded => true,

        ClientReplied or MailWritten or InformationRequested or InformationGiven => false,
        Snoozed or ProjectClosed or ProjectReopened or ProviderHandedOver => false,

        ProjectSubmitted or ProjectChanged or ClientChanged or ProjectValidated or PersonErased => true,
        CoordinatorAssigned or StandInStarted or StandInEnded or TakeOverAsked or TakeOverDeclined => true,
        CallMissed or CallOverdue or ClientReached or CallAgreed or AppointmentMissed or AttemptMailed => true,
        ClientAnswered or ClientSignalled or ChannelClosed or ChannelOpened or ContactUpdated or SnoozeEnded => true,
        InformationAwaitedInVain or NumberFoundWrong or NumberAsked or NumberCorrected or MailAddressCorrected => true,
        RelaunchMailed or RelaunchSkipped or WentDormant or LightMailSent or QuarterPassed or Woke or CadenceTaken => true,
        ApprovalAsked or ApprovalLapsed or ApprovalDeclined or DecisionOverdue or ContinuationAsked or ContinuationConfirmed => true,
        ReopeningAsked or ReopeningDeclined or ClosingUndone or DecisionUndone or NoteWithdrawn => true,
        ProviderActed or GoodChancesSent or GoodChancesAsked or GoodChancesDeclined or FactShared => true,
        _ => throw new UnreachableException($"No rule for {e.GetType().Name}."),
    };
}
