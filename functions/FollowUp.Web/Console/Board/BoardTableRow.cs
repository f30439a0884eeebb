using System.Collections.Immutable;

namespace FollowUp.Web.Console.Board;

/// <summary>A row of a figure.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Cells">One for each column after the name.</param>
/// <param name="Values">The numbers that the chart draws: now and before, or one for each line, or one for each hour.</param>
public sealed record BoardTableRow(string Name, ImmutableArray<BoardTableCell> Cells, params ImmutableArray<double> Values);
