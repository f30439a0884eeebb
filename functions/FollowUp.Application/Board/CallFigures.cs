namespace FollowUp.Application.Board;

/// <summary>Outbound calls of one staff member in one hour of the day.</summary>
/// <param name="Coordinator">The staff id.</param>
/// <param name="Hour">From 0 to 23.</param>
/// <param name="Made">How many.</param>
/// <param name="Reached">Those that reached the client.</param>
public sealed record CallFigures(string Coordinator, int Hour, int Made, int Reached);
