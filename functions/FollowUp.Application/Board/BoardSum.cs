namespace FollowUp.Application.Board;

/// <summary>The facts of one cell, added up.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Count">How many.</param>
/// <param name="Cents">The amount in cents of euro.</param>
public readonly record struct BoardSum(BoardCell Cell, int Count, long Cents);
