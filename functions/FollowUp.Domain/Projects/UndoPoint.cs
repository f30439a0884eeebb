namespace FollowUp.Domain.Projects;

/// <summary>What the closing of a project replaced and an undo puts back. All other fields of a closed project stay as they are.</summary>
/// <param name="Phase">The phase before the closing.</param>
/// <param name="Stage">The stage before the closing.</param>
public sealed record UndoPoint(Phase Phase, Stage Stage);
