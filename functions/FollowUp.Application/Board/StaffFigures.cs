using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>What one coordinator has to do now, or what waits without one.</summary>
/// <param name="Id">The staff id; null for what no coordinator is in charge of.</param>
/// <param name="Overdue">Calls and decisions that are overdue.</param>
/// <param name="Due">Calls and decisions that fall due later today.</param>
/// <param name="Waiting">Replies of clients and questions of providers without an answer.</param>
/// <param name="Open">Open projects; 0 without a coordinator.</param>
/// <param name="Capacity">How many open projects the coordinator can follow.</param>
/// <param name="AbsentUntil">The last day of the absence of today; null when present.</param>
public sealed record StaffFigures(string? Id, int Overdue, int Due, int Waiting, int Open, int Capacity, LocalDate? AbsentUntil);
