using System.Collections.Immutable;
using FollowUp.Application.Board;
using NodaTime;

namespace FollowUp.Web.Api.Board;

/// <summary>The board.</summary>
/// <param name="From">The first day of the period.</param>
/// <param name="To">The last day.</param>
/// <param name="Complete">False while facts of an earlier version are being counted.</param>
/// <param name="Period">The figures of the period.</param>
/// <param name="Before">Those of the period of the same length before it.</param>
/// <param name="Staff">What each coordinator has to do now; without an id, what no coordinator is in charge of.</param>
/// <param name="Open">Open projects by phase now.</param>
/// <param name="Refusals">Refusals of the period by code.</param>
/// <param name="RefusalsBefore">Those of the period before.</param>
public sealed record BoardResponse(
    LocalDate From, LocalDate To, bool Complete, PeriodFigures Period, PeriodFigures Before, ImmutableArray<StaffFigures> Staff, ImmutableArray<OpenFigures> Open,
    ImmutableSortedDictionary<string, int> Refusals, ImmutableSortedDictionary<string, int> RefusalsBefore);
