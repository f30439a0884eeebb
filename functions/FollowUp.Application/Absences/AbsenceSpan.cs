using FollowUp.Application.People;
using NodaTime;

namespace FollowUp.Application.Absences;

/// <summary>Some days of an absence during which the same staff member follows the projects.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="StandIn">Null when there is none: a colleague is asked.</param>
public sealed record AbsenceSpan(LocalDate From, LocalDate To, Staff? StandIn);
