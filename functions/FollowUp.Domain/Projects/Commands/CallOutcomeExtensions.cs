namespace FollowUp.Domain.Projects.Commands;

/// <summary>What follows from the outcome of a call.</summary>
public static class CallOutcomeExtensions
{
    /// <summary>Whether the caller spoke with the client.</summary>
    public static bool IsClientReached(this CallOutcome outcome) =>
        outcome is not (CallOutcome.NoAnswer or CallOutcome.Voicemail or CallOutcome.Busy or CallOutcome.WrongNumber);

    /// <summary>Whether it is neither a verdict nor an ending, so that a colleague may record it when the client calls.</summary>
    public static bool IsOpenToColleagues(this CallOutcome outcome) =>
        outcome is CallOutcome.CallBack or CallOutcome.StillLooking or CallOutcome.TalkingTo or CallOutcome.NotNow or CallOutcome.DoNotCall;
}
