using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using FollowUp.Storage.Shared;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// A prepared statement for repeated use by one thread at a time. Values are bound in the order of its question marks; then
/// <see cref="Execute"/>, <see cref="QueryFirst"/> or <see cref="QueryAll"/> runs it and resets it. It calls the native interface directly,
/// because a command object with named parameters costs more than the row that it writes.
/// </summary>
sealed class Statement(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    int bound;

    /// <summary>Binds from the first question mark again, also after a use that was not completed.</summary>
    public Statement Reset()
    {
        bound = 0;
        return this;
    }

    public Statement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(statement, ++bound, value));
        return this;
    }

    public Statement Bind(long? value) => value is { } number ? Bind(number) : BindNull();

    public Statement Bind(Instant value) => Bind(InstantColumn.ToNanoseconds(value));

    public Statement Bind(byte[]? value)
    {
        if (value is null) return BindNull();
        Check(raw.sqlite3_bind_blob(statement, ++bound, value));
        return this;
    }

    public Statement Bind(string? value)
    {
        if (value is null) return BindNull();
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, buffer);
        // The rented buffer is never null, so an empty text is bound as an empty text; an empty span without an array is bound as NULL.
        var result = raw.sqlite3_bind_text(statement, ++bound, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        Check(result);
        return this;
    }

    public void Execute()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Finish();
        }
    }

    /// <returns>The first row; the default value when there is none.</returns>
    public T? QueryFirst<T>(Func<Row, T> read)
    {
        try
        {
            return Step() ? read(new Row(statement)) : default;
        }
        finally
        {
            Finish();
        }
    }

    public ImmutableArray<T> QueryAll<T>(Func<Row, T> read)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        try
        {
            while (Step()) rows.Add(read(new Row(statement)));
            return rows.DrainToImmutable();
        }
        finally
        {
            Finish();
        }
    }

    public void Dispose() => statement.Dispose();

    Statement BindNull()
    {
        Check(raw.sqlite3_bind_null(statement, ++bound));
        return this;
    }

    bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result == raw.SQLITE_DONE) return false;
        Check(result);
        return false;
    }

    // Without a reset, the statement would keep its read transaction open. The result repeats an error that Step has thrown already.
    void Finish() => _ = raw.sqlite3_reset(statement);

    void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, database);
    }
}
