using System.Text;
using FollowUp.Storage.Shared;
using NodaTime;
using SQLitePCL;

namespace FollowUp.Storage.Sqlite;

/// <summary>The current row of a statement; columns count from 0. Valid until the next step of the statement.</summary>
readonly struct Row(sqlite3_stmt statement)
{
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    /// <summary>A text in UTF-8, not copied: valid until the next step of the statement.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public Instant Instant(int column) => InstantColumn.FromNanoseconds(Number(column));

    public Instant? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    /// <summary>A hash as lower-case hex.</summary>
    public string Hash(int column) => Convert.ToHexStringLower(raw.sqlite3_column_blob(statement, column));

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
}
