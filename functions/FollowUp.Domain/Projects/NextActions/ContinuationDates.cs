namespace FollowUp.Domain.Projects.NextActions;

/// <summary>The date by which staff say whether a project goes on whose client wants to be left alone about another one.</summary>
static class ContinuationDates
{
    /// <summary>As long as staff have for a question of a provider.</summary>
    const int WorkingDays = 2;

    public static DatedAction GetDeadline(WaitingFor.Continuation waiting, ContactDates dates) => DatedAction.Approve(
        dates.EndOfTerm(waiting.AskedAt, WorkingDays), new Reason(ReasonCode.LeftAloneElsewhere));
}
