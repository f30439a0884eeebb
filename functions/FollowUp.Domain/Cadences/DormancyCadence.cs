namespace FollowUp.Domain.Cadences;

/// <summary>The quarters of dormancy. A quarter is three months by default.</summary>
/// <param name="EveryMonths">Months between light mails.</param>
/// <param name="AskAfterMonths">Months of dormancy after which staff are asked whether to close.</param>
/// <param name="ApproveWithin">Working days for their answer.</param>
public sealed record DormancyCadence(int EveryMonths, int AskAfterMonths, int ApproveWithin);
