using Microsoft.Data.Sqlite;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// Copies committed pages from the write-ahead log into the database file, so that SQLite can write the log from its start again. SQLite's own
/// checkpoint would run inside a caller's commit and make it about fifty times as long. A background thread copies most pages while the
/// writer goes on; the writer then copies the few that were added meanwhile, because the log restarts only when all its pages are copied.
/// </summary>
sealed class Checkpointer : IDisposable
{
    // 8 MiB of log. A larger interval copies a page that changes often fewer times; a smaller one keeps the log short, and overwriting a log
    // costs the file system less than extending it.
    const int CheckpointIntervalPages = 2_000;

    readonly Session session;
    readonly Thread thread;
    readonly AutoResetEvent signal = new(initialState: false);
    volatile State state;
    long pages;

    public Checkpointer(Session session)
    {
        this.session = session;
        thread = new Thread(CheckpointUntilClosed) { IsBackground = true, Name = "SQLite checkpoints" };
        thread.Start();
    }

    enum State
    {
        Idle,
        Copying,
        Copied,
        Closed,
    }

    /// <summary>The writer calls this on its thread between two transactions.</summary>
    public void AfterCommit(Session writing)
    {
        pages += writing.TakePagesWritten();
        if (state == State.Idle && pages >= CheckpointIntervalPages)
        {
            pages = 0;
            state = State.Copying;
            signal.Set();
        }
        else if (state == State.Copied)
        {
            CheckpointPassively(writing);
            state = State.Idle;
        }
    }

    /// <summary>Copies all pages and truncates the log, so that the log holds no copy of erased data. Waits for readers to finish.</summary>
    /// <returns>The reason of a failure; null for success.</returns>
    public static Exception? TruncateLog(Session session) => Checkpoint(session, "PRAGMA wal_checkpoint(TRUNCATE)");

    public void Dispose()
    {
        state = State.Closed;
        signal.Set();
        thread.Join();
        signal.Dispose();
        session.Dispose();
    }

    void CheckpointUntilClosed()
    {
        while (signal.WaitOne() && state != State.Closed)
        {
            CheckpointPassively(session);
            if (state == State.Copying) state = State.Copied;
        }
    }

    /// <remarks>A failure is ignored: the pages stay in the log, where they are as durable, and the next checkpoint copies them.</remarks>
    static void CheckpointPassively(Session session) => Checkpoint(session, "PRAGMA wal_checkpoint(PASSIVE)");

    static Exception? Checkpoint(Session session, string sql)
    {
        try
        {
            var busy = session.Sql(sql).QueryFirst(row => row.Number(0)) != 0;
            return busy ? new TimeoutException("The log was not truncated: a reader still uses an older state of the database.") : null;
        }
        catch (SqliteException exception)
        {
            return exception;
        }
    }
}
