using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Board;

/// <summary>Reads the board. The cost grows with the days of the period and the number of coordinators, not with the number of projects.</summary>
public sealed class BoardQuery(
    IBoardStore board, IProjectIndex index, IDirectory directory, IAuditLog audit, BoardFill fill, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Reads the board of a period.</summary>
    public async Task<BoardReport> Read(BoardPeriod period, CancellationToken cancellation = default)
    {
        var now = time.GetCurrentInstant();
        var today = calendar.DateOf(now);
        var sums = board.GetSumsWithBefore(period, cancellation).AsTask();
        var refused = CountAudit(period, cancellation);
        var refusedBefore = CountAudit(period.Before, cancellation);
        var all = await sums;
        return new BoardReport(
            period, BoardFigures.Compute(all, period), BoardFigures.Compute(all, period.Before),
            await ReadStaff(BoardFigures.ComputeWaiting(all), now, today, cancellation),
            BoardFigures.ComputeOpen(all, today), await refused, await refusedBefore, today, await fill.IsDone(cancellation));
    }

    Task<ImmutableArray<AuditCount>> CountAudit(BoardPeriod period, CancellationToken cancellation) => audit.Count(
        calendar.At(period.From, LocalTime.Midnight), calendar.At(period.To.PlusDays(1), LocalTime.Midnight), cancellation).AsTask();

    async Task<ImmutableArray<StaffFigures>> ReadStaff(
        ImmutableSortedDictionary<string, int> waiting, Instant now, LocalDate today, CancellationToken cancellation)
    {
        var coordinators = (await directory.AllStaff(cancellation)).Where(s => s.Role == Role.Coordinator)
            .OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        var loads = await index.GetWorkloads(cancellation);
        var due = await board.CountDue([.. coordinators.Select(s => s.Id), null], now, calendar.At(today.PlusDays(1), LocalTime.Midnight), cancellation);
        var figures = coordinators.Zip(due, (s, count) => new StaffFigures(
            s.Id, count.Overdue, count.Due, waiting.GetValueOrDefault(s.Id), loads.GetValueOrDefault(s.Id)?.OpenProjects ?? 0, s.Capacity,
            s.AbsenceOn(today)?.To));
        var rest = new StaffFigures(null, due[^1].Overdue, due[^1].Due, waiting.GetValueOrDefault(NextAction.ByManager), 0, 0, null);
        return [.. figures, .. rest is { Overdue: 0, Due: 0, Waiting: 0 } ? Enumerable.Empty<StaffFigures>() : [rest]];
    }
}
