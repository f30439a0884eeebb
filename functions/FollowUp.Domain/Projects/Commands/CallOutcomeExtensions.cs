namespace FollowUp.Domain.Projects.Commands;

/// <summary>What follows from the outcome of a call.</summary>
public static class CallOutcomeExtensions
{
    /// <summary>Whether the caller spoke with the client.</summary>
    public static bool IsClientReached(this CallOutcome outcome) =>
        outcome is not (CallOutcome.NoAnswer or CallOutcome.Voicemail or CallOutcome.Busy or CallOutcome.WrongNumber);
}
