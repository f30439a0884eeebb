using System.Collections.Immutable;
using FollowUp.Application.Board;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary>Facts of the board and their sums. Both are written in the transaction of the commit.</summary>
static class BoardTable
{
    const string CellColumns = "coordinator, step, code, hour, value";

    /// <summary>Adds the facts of a project that are not stored yet.</summary>
    public static void Add(Session session, long project, ImmutableArray<BoardFact> facts)
    {
        foreach (var fact in facts)
        {
            var cell = fact.Cell;
            session.Sql($"INSERT INTO board_facts (kind, day, project, seq, {CellColumns}, count, cents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .Bind((long)cell.Kind).Bind(DayColumn.ToNumber(cell.Day)).Bind(project).Bind(fact.Seq)
                .Bind(cell.Coordinator).Bind(cell.Step).Bind(cell.Code).Bind((long)cell.Hour).Bind(cell.Value).Bind((long)fact.Count).Bind(fact.Cents).Execute();
            if (session.ChangedRows == 0) continue;

            // Sums of earlier versions have more of the cell; a reading adds up both.
            var sum = Reduce(cell);
            session.Sql(
                    $"""
                    INSERT INTO board_sums (kind, day, {CellColumns}, count, cents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET count = count + excluded.count, cents = cents + excluded.cents
                    """)
                .Bind((long)sum.Kind).Bind(DayColumn.ToNumber(sum.Day)).Bind(sum.Coordinator).Bind(sum.Step).Bind(sum.Code).Bind((long)sum.Hour)
                .Bind(sum.Value).Bind((long)fact.Count).Bind(fact.Cents).Execute();
        }
    }

    /// <summary>The sums of one kind, from one day to another, by what its figures tell apart. A sum that no day matters for has the first day.</summary>
    /// <param name="from">The first day, as a number (<see cref="DayColumn"/>); null for all days up to the last.</param>
    /// <param name="to">The last day; null for all days from the first.</param>
    public static ImmutableArray<BoardSum> Read(Session session, BoardFactKind kind, long? from, long? to)
    {
        var columns = GetColumns(kind);
        var first = from ?? 0;
        string Column(string name, string none) => columns.Contains(name) ? name : none;
        return session.Sql(
                $"""
                SELECT {Column("day", "0")}, {Column("coordinator", "''")}, {Column("step", "''")}, {Column("code", "''")}, {Column("hour", "0")}, {Column("value", "0")},
                  sum(count), sum(cents)
                FROM board_sums WHERE kind = ? AND day BETWEEN ? AND ? GROUP BY {string.Join(", ", columns)}
                HAVING sum(count) <> 0 OR sum(cents) <> 0
                """).Bind((long)kind).Bind(from ?? long.MinValue).Bind(to ?? long.MaxValue)
            .QueryAll(row => new BoardSum(
                new BoardCell(
                    kind, DayColumn.FromNumber(columns.Contains("day") ? row.Number(0) : first), row.Text(1), row.Text(2), row.Text(3), (int)row.Number(4), row.Number(5)),
                (int)row.Number(6), row.Number(7)));
    }

    /// <summary>The cell of the sum that a fact is added to: empty in the columns that the figures of its kind do not tell apart.</summary>
    static BoardCell Reduce(BoardCell cell)
    {
        var columns = GetColumns(cell.Kind);
        return new BoardCell(
            cell.Kind, cell.Day, columns.Contains("coordinator") ? cell.Coordinator : "", columns.Contains("step") ? cell.Step : "", columns.Contains("code") ? cell.Code : "",
            columns.Contains("hour") ? cell.Hour : 0, columns.Contains("value") ? cell.Value : 0);
    }

    /// <summary>The columns that the figures of a kind depend on (<see cref="BoardFigures"/>). The others are added up here, as the page reads thousands of cells a day.</summary>
    static ImmutableArray<string> GetColumns(BoardFactKind kind) => kind switch
    {
        BoardFactKind.Submitted => ["day"],
        BoardFactKind.FirstCall or BoardFactKind.Reached => ["value"],
        BoardFactKind.Call => ["coordinator", "code", "hour"],
        BoardFactKind.ValidationEnded => ["day", "step", "code"],
        BoardFactKind.Closed => ["day", "code", "value"],
        BoardFactKind.Relaunch or BoardFactKind.RelaunchAnswered => ["step", "code"],
        BoardFactKind.Overdue => ["coordinator"],
        BoardFactKind.MailRefused => ["code"],
        BoardFactKind.Open => ["day", "code"],
        BoardFactKind.Waiting => ["coordinator", "code"],
        _ => ["day", "coordinator", "step", "code", "hour", "value"],
    };

    /// <summary>The projects that count for a figure, the latest day first.</summary>
    public static ImmutableArray<BoardProject> FindProjects(Session session, BoardFactFilter filter, int skip, int limit) =>
        session.Sql(
                """
                SELECT p.id, f.day, f.count FROM (
                  SELECT project, max(day) AS day, sum(count) AS count FROM board_facts
                  WHERE kind = ? AND day BETWEEN ? AND ? AND coordinator = coalesce(?, coordinator) AND step = coalesce(?, step) AND code = coalesce(?, code)
                    AND hour = coalesce(?, hour) AND value BETWEEN ? AND ?
                  GROUP BY project HAVING sum(count) > 0 ORDER BY max(day) DESC, project LIMIT ? OFFSET ?) AS f
                JOIN projects AS p ON p.key = f.project ORDER BY f.day DESC, f.project
                """).Bind((long)filter.Kind).Bind(DayColumn.ToNumber(filter.From)).Bind(DayColumn.ToNumber(filter.To))
            .Bind(filter.Coordinator).Bind(filter.Step).Bind(filter.Code).Bind((long?)filter.Hour).Bind(filter.MinValue ?? long.MinValue)
            .Bind(filter.MaxValue ?? long.MaxValue).Bind(limit).Bind(skip)
            .QueryAll(row => new BoardProject(row.Text(0), DayColumn.FromNumber(row.Number(1)), (int)row.Number(2)));
}
