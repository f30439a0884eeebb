using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>Selects the facts behind a figure.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Coordinator">Null for all.</param>
/// <param name="Step">Null for all.</param>
/// <param name="Code">Null for all.</param>
/// <param name="Hour">Null for all.</param>
/// <param name="MinValue">The least value; null for none.</param>
/// <param name="MaxValue">The greatest value; null for none.</param>
public sealed record BoardFactFilter(
    BoardFactKind Kind, LocalDate From, LocalDate To, string? Coordinator = null, string? Step = null, string? Code = null, int? Hour = null,
    long? MinValue = null, long? MaxValue = null)
{
    /// <summary>Whether a cell is selected.</summary>
    public bool Includes(BoardCell cell) =>
        cell.Kind == Kind && From <= cell.Day && cell.Day <= To
        && (Coordinator is null || cell.Coordinator == Coordinator) && (Step is null || cell.Step == Step) && (Code is null || cell.Code == Code)
        && (Hour is null || cell.Hour == Hour) && (MinValue is null || cell.Value >= MinValue) && (MaxValue is null || cell.Value <= MaxValue);
}
