namespace FollowUp.Domain.Projects.Commands;

public static class CallOutcomeExtensions
{
    /// <summary>Whether somebody spoke with the client.</summary>
    public static bool IsClientReached(this CallOutcome outcome) =>
        outcome is not (CallOutcome.NoAnswer or CallOutcome.Voicemail or CallOutcome.Busy or CallOutcome.WrongNumber);
}
