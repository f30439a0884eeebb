using System.Collections.Immutable;
using FollowUp.Application.Board;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IBoardStore"/>
sealed class SqliteBoard(SqliteDatabase database) : IBoardStore
{
    static readonly ImmutableArray<BoardFactKind> Kinds = [.. Enum.GetValues<BoardFactKind>()];

    public ValueTask<ImmutableArray<BoardSum>> GetSums(LocalDate from, LocalDate to, CancellationToken cancellation) =>
        database.Read<ImmutableArray<BoardSum>>(session => [.. ReadDays(session, from, to), .. ReadStates(session)], cancellation);

    /// <remarks>Each period by itself, as sums are added up over the days of it.</remarks>
    public ValueTask<ImmutableArray<BoardSum>> GetSumsWithBefore(BoardPeriod period, CancellationToken cancellation) => database.Read<ImmutableArray<BoardSum>>(
        session => [.. ReadDays(session, period.Before.From, period.Before.To), .. ReadDays(session, period.From, period.To), .. ReadStates(session)], cancellation);

    static IEnumerable<BoardSum> ReadDays(Session session, LocalDate from, LocalDate to) => Kinds.Where(kind => !IsState(kind))
        .SelectMany(kind => BoardTable.Read(session, kind, DayColumn.ToNumber(from), DayColumn.ToNumber(to)));

    static IEnumerable<BoardSum> ReadStates(Session session) => Kinds.Where(IsState).SelectMany(kind => BoardTable.Read(session, kind, null, null));

    static bool IsState(BoardFactKind kind) => kind is BoardFactKind.Open or BoardFactKind.Waiting;

    public ValueTask<ImmutableArray<BoardProject>> FindProjects(BoardFactFilter filter, int skip, int limit, CancellationToken cancellation) =>
        database.Read(session => BoardTable.FindProjects(session, filter, skip, limit), cancellation);

    /// <remarks>Reads the rows of what is due alone: the queue has them in this order.</remarks>
    public ValueTask<ImmutableArray<DueCount>> CountDue(IReadOnlyList<string?> staff, Instant now, Instant until, CancellationToken cancellation) => database.Read(
        session => staff.Select(staffId => session.Sql(
                    """
                    SELECT coalesce(sum(next_at < ?), 0), count(*) FROM projects
                    WHERE open = 1 AND coalesce(stand_in, coordinator) IS ? AND next_at < ? AND state ->> '$.next.kind' IN ('call', 'approve')
                    """).Bind(now).Bind(staffId).Bind(until)
                .QueryFirst(row => new DueCount((int)row.Number(0), (int)(row.Number(1) - row.Number(0))))).ToImmutableArray(),
        cancellation);

    public ValueTask Clear(CancellationToken cancellation) => database.Write(
        session =>
        {
            session.Sql("DELETE FROM board_facts").Execute();
            session.Sql("DELETE FROM board_sums").Execute();
        },
        cancellation);

    /// <remarks>Nothing to do: a fact is added up when it is added.</remarks>
    public ValueTask AddUp(CancellationToken cancellation) => ValueTask.CompletedTask;
}
