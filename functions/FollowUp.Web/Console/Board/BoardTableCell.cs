namespace FollowUp.Web.Console.Board;

/// <summary>A number of a figure.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Address">The list of the projects behind it; null without one.</param>
public sealed record BoardTableCell(string Text, string? Address = null);
