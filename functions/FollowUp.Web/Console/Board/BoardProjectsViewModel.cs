using System.Collections.Immutable;
using FollowUp.Application.Board;

namespace FollowUp.Web.Console.Board;

/// <summary>A page of the projects behind a figure.</summary>
/// <param name="Filter">What they count for.</param>
/// <param name="StaffKey">The key of the staff member; null for all.</param>
/// <param name="Period">The period to go back to.</param>
/// <param name="Rows">The projects, the latest day first.</param>
/// <param name="Page">From 0.</param>
/// <param name="HasNext">Whether there are more.</param>
public sealed record BoardProjectsViewModel(
    ConsoleVisit Visit, BoardFactFilter Filter, string? StaffKey, BoardPeriod Period, ImmutableArray<BoardProjectRow> Rows, int Page, bool HasNext);
