using Microsoft.Data.Sqlite;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// Moves what was committed from the log into the file, so that the log can start over. SQLite would do so inside some caller's commit,
/// which then takes fifty times as long. Here a thread of its own does the bulk beside the writer, which is never held up by that, and the
/// writer moves the little that came in the meantime: only when nothing is left to move does the log start over.
/// </summary>
sealed class Checkpointer : IDisposable
{
    // 8 MiB of log: enough for a page that changes often to be moved once for many changes, and soon enough for the log to be written over
    // rather than made longer, which costs the file system more.
    const int CheckpointIntervalPages = 2_000;

    readonly Session session;
    readonly Thread thread;
    readonly AutoResetEvent wanted = new(initialState: false);
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
        Moving,
        Moved,
        Closed,
    }

    /// <summary>Called by the writer between transactions.</summary>
    public void AfterCommit(Session writing)
    {
        pages += writing.PagesWritten();
        if (state == State.Idle && pages >= CheckpointIntervalPages)
        {
            pages = 0;
            state = State.Moving;
            wanted.Set();
        }
        else if (state == State.Moved)
        {
            CheckpointPassively(writing);
            state = State.Idle;
        }
    }

    /// <summary>Moves everything and cuts the log off, so that it holds no copy of what was erased. Waits for the readers.</summary>
    /// <returns>Why it could not be done; null when it was.</returns>
    public static Exception? TruncateLog(Session session) => Checkpoint(session, "PRAGMA wal_checkpoint(TRUNCATE)");

    public void Dispose()
    {
        state = State.Closed;
        wanted.Set();
        thread.Join();
        wanted.Dispose();
        session.Dispose();
    }

    void CheckpointUntilClosed()
    {
        while (wanted.WaitOne() && state != State.Closed)
        {
            CheckpointPassively(session);
            if (state == State.Moving) state = State.Moved;
        }
    }

    /// <remarks>What could not be moved stays in the log, where it is as safe, for the next time.</remarks>
    static void CheckpointPassively(Session session) => Checkpoint(session, "PRAGMA wal_checkpoint(PASSIVE)");

    static Exception? Checkpoint(Session session, string sql)
    {
        try
        {
            var busy = session.Sql(sql).QueryFirst(row => row.Number(0)) != 0;
            return busy ? new TimeoutException("Somebody reads an older state of the file and does not come to an end.") : null;
        }
        catch (SqliteException exception)
        {
            return exception;
        }
    }
}
