using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// A prepared statement, used again and again by one thread at a time: values are bound in the order of its question marks, then one of
/// <see cref="Execute"/>, <see cref="QueryFirst"/> and <see cref="QueryAll"/> executes it and makes it ready for the next use. It sits on the native
/// interface because commands with named parameters cost more than the rows they write.
/// </summary>
sealed class Statement(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    int bound;

    /// <summary>Begins to bind anew, whatever became of the last use.</summary>
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

    public Statement Bind(Instant value) => Bind(StoredInstant.ToNanoseconds(value));

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
        // A slice of a rented buffer: a span that is empty for want of an array would be bound as null.
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

    /// <summary>The first row, or the default when there is none.</summary>
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

    // Left unfinished, a statement would hold its snapshot of the file open. The error that this may repeat was thrown by Step.
    void Finish() => _ = raw.sqlite3_reset(statement);

    void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, database);
    }
}
