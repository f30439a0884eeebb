namespace FollowUp.Domain;

public static class CallOutcomes
{
    /// <summary>Whether somebody spoke with the client.</summary>
    public static bool ReachedTheClient(this CallOutcome outcome) =>
        outcome is not (CallOutcome.NoAnswer or CallOutcome.Voicemail or CallOutcome.Busy or CallOutcome.WrongNumber);
}
