using System.Collections.Immutable;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>All that the board shows.</summary>
/// <param name="Period">The period.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Before">The figures of the period of the same length before it.</param>
/// <param name="Staff">Today, by coordinator, ordered by name; last, what no coordinator has, when there is any.</param>
/// <param name="Open">The open projects by phase now.</param>
/// <param name="Audit">The audit log of the period.</param>
/// <param name="AuditBefore">The audit log of the period before.</param>
/// <param name="Today">The day of today in Paris.</param>
/// <param name="IsComplete">Whether the facts of earlier versions are all counted.</param>
public sealed record BoardReport(
    BoardPeriod Period,
    PeriodFigures Figures,
    PeriodFigures Before,
    ImmutableArray<StaffFigures> Staff,
    ImmutableArray<OpenFigures> Open,
    ImmutableArray<AuditCount> Audit,
    ImmutableArray<AuditCount> AuditBefore,
    LocalDate Today,
    bool IsComplete);
