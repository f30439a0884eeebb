using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.Storage.Sqlite;

/// <summary>A connection with its prepared statements. Used by one thread at a time.</summary>
sealed class Session : IDisposable
{
    // Long enough for another process, such as a command of the command line, to finish its write.
    const int BusyTimeoutMilliseconds = 10_000;

    readonly SqliteConnection connection;
    readonly Dictionary<string, Statement> prepared = new(StringComparer.Ordinal);

    Session(SqliteConnection connection) => this.connection = connection;

    /// <param name="cacheKibibytes">Size of the page cache of this connection.</param>
    public static Session Open(string path, int cacheKibibytes)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            var session = new Session(connection);
            _ = raw.sqlite3_busy_timeout(connection.Handle, BusyTimeoutMilliseconds);

            // synchronous = FULL: a commit that returned survives a power loss. secure_delete: erased content is overwritten. The Checkpointer
            // runs the checkpoints.
            session.Execute($"""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA secure_delete = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA wal_autocheckpoint = 0;
                PRAGMA cache_size = -{cacheKibibytes};
                """);
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The statement with this text, prepared on first use and kept for the life of the connection.</summary>
    public Statement Sql(string text)
    {
        if (!prepared.TryGetValue(text, out var statement))
        {
            SqliteException.ThrowExceptionForRC(
                raw.sqlite3_prepare_v3(connection.Handle, text, raw.SQLITE_PREPARE_PERSISTENT, out var native), connection.Handle);
            prepared.Add(text, statement = new Statement(connection.Handle!, native));
        }

        return statement.Reset();
    }

    /// <summary>The key of the last inserted row.</summary>
    public long LastKey => raw.sqlite3_last_insert_rowid(connection.Handle);

    /// <summary>The rows that the last INSERT, UPDATE or DELETE changed.</summary>
    public int ChangedRows => raw.sqlite3_changes(connection.Handle);

    /// <summary>Pages written since the last call.</summary>
    public int TakePagesWritten()
    {
        _ = raw.sqlite3_db_status(connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        return pages;
    }

    /// <summary>Runs a script of statements without results and without preparing them.</summary>
    public void Execute(string script) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, script), connection.Handle);

    /// <summary>Begins a transaction with the write lock, so that reads inside it see the latest commit.</summary>
    public void Begin() => Sql("BEGIN IMMEDIATE").Execute();

    public void Commit() => Sql("COMMIT").Execute();

    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0) Sql("ROLLBACK").Execute();
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values) statement.Dispose();
        connection.Dispose();
    }
}
