using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary><see cref="IndexedFields"/> as columns of a project's row.</summary>
static class IndexedColumns
{
    /// <summary>In the order of <see cref="Read"/> and <see cref="Bind"/>.</summary>
    public const string Names = "open, phase, coordinator, stand_in, next_at, wake_at, providers, awaited, closed_at";

    /// <param name="first">The column of the row that holds the first name.</param>
    public static IndexedFields Read(Row row, int first) => new(
        row.Number(first) == 1,
        row.Text(first + 1),
        row.TextOrNull(first + 2),
        row.TextOrNull(first + 3),
        row.NumberOrNull(first + 4),
        row.NumberOrNull(first + 5),
        row.TextOrNull(first + 6),
        row.TextOrNull(first + 7),
        row.NumberOrNull(first + 8));

    /// <summary>The names of the columns in which two rows differ.</summary>
    public static IEnumerable<string> FindChanged(IndexedFields stored, IndexedFields expected)
    {
        (string Name, object? Stored, object? Expected)[] columns =
        [
            ("open", stored.Open, expected.Open), ("phase", stored.Phase, expected.Phase), ("coordinator", stored.Coordinator, expected.Coordinator),
            ("stand_in", stored.StandIn, expected.StandIn), ("next_at", stored.NextAt, expected.NextAt), ("wake_at", stored.WakeAt, expected.WakeAt),
            ("providers", stored.Providers, expected.Providers), ("awaited", stored.Awaited, expected.Awaited), ("closed_at", stored.ClosedAt, expected.ClosedAt),
        ];
        return from column in columns where !Equals(column.Stored, column.Expected) select column.Name;
    }

    public static Statement Bind(this Statement statement, IndexedFields fields) =>
        statement.Bind(fields.Open ? 1 : 0).Bind(fields.Phase).Bind(fields.Coordinator).Bind(fields.StandIn).Bind(fields.NextAt).Bind(fields.WakeAt)
            .Bind(fields.Providers).Bind(fields.Awaited).Bind(fields.ClosedAt);
}
