namespace FollowUp.Application.Board;

/// <summary>Calls and decisions of one staff member.</summary>
/// <param name="Overdue">How many are overdue.</param>
/// <param name="Due">How many more fall due today.</param>
public readonly record struct DueCount(int Overdue, int Due);
