namespace FollowUp.Application.Board;

/// <summary>Relaunches of one step by one channel.</summary>
/// <param name="Step">The number in the cycle, <c>warning</c> or <c>quarter</c>.</param>
/// <param name="Channel"><c>mail</c> or <c>phone</c>.</param>
/// <param name="Sent">How many left in the period.</param>
/// <param name="Answered">How many of them were answered until now.</param>
public sealed record RelaunchFigures(string Step, string Channel, int Sent, int Answered);
