using System.Collections.Immutable;

namespace FollowUp.Web.Console.Board;

/// <summary>A figure of the board: its numbers as a table, which the chart and the CSV are made from.</summary>
/// <param name="Key">Names it in addresses.</param>
/// <param name="Title">The title.</param>
/// <param name="Note">What the numbers count, and out of how many cases; null where the title says it.</param>
/// <param name="Columns">The titles of all columns, that of the names first.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Chart">How it is drawn.</param>
public sealed record BoardTable(string Key, string Title, string? Note, ImmutableArray<string> Columns, ImmutableArray<BoardTableRow> Rows, BoardChart Chart = BoardChart.None);
