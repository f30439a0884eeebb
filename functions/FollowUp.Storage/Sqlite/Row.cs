using System.Text;
using NodaTime;
using SQLitePCL;

namespace FollowUp.Storage.Sqlite;

/// <summary>The row that a statement stands on; columns count from 0.</summary>
readonly struct Row(sqlite3_stmt statement)
{
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    /// <summary>A text as it is stored; valid until the statement goes on.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public Instant Instant(int column) => StoredInstant.FromNanoseconds(Number(column));

    public Instant? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    /// <summary>A hash as lower-case hex.</summary>
    public string Hash(int column) => Convert.ToHexStringLower(raw.sqlite3_column_blob(statement, column));

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
}
