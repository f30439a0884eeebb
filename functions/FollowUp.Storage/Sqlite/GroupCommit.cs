using System.Diagnostics.CodeAnalysis;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// The only writer of the database in this process. Batches writes: all jobs queued during one fsync share the next transaction, so 64
/// callers pay for one fsync.
/// </summary>
sealed class GroupCommit : IDisposable
{
    // Limits how long the first job of a batch waits for the last one.
    const int MaxBatchSize = 256;

    readonly Session session;
    readonly Checkpointer checkpointer;
    readonly Thread thread;
    readonly object gate = new();
    readonly Queue<WriteJob> waiting = new();
    bool closed;

    public GroupCommit(Session session, Checkpointer checkpointer)
    {
        this.session = session;
        this.checkpointer = checkpointer;
        thread = new Thread(WriteUntilClosed) { IsBackground = true, Name = "SQLite writer" };
        thread.Start();
    }

    /// <summary>Completes once the write is durable.</summary>
    /// <param name="write">Runs on the writer's thread, and a second time in a transaction of its own when the batch failed.</param>
    /// <param name="truncatesLog">Whether the log is truncated before this completes. When truncating fails, the write stays and the task fails; the caller may repeat it.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public Task<T> Write<T>(Func<Session, T> write, bool truncatesLog = false)
    {
        var job = new WriteJob<T>(write, truncatesLog);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            waiting.Enqueue(job);
            if (waiting.Count == 1) Monitor.Pulse(gate);
        }

        return job.Done;
    }

    /// <summary>Writes all queued jobs, then stops.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }

        thread.Join();
    }

    void WriteUntilClosed()
    {
        while (WaitForWork())
        {
            WriteTogether();
            checkpointer.AfterCommit(session);
        }
    }

    /// <returns>False when closed and the queue is empty.</returns>
    bool WaitForWork()
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closed) Monitor.Wait(gate);
            return waiting.Count > 0;
        }
    }

    bool Take([NotNullWhen(true)] out WriteJob? job)
    {
        lock (gate) return waiting.TryDequeue(out job);
    }

    void WriteTogether()
    {
        var batch = new List<WriteJob>();
        var failure = Transact(() =>
        {
            // Jobs that arrive while the batch is written join it.
            while (batch.Count < MaxBatchSize && Take(out var job))
            {
                batch.Add(job);
                job.Run(session);
            }
        });

        if (failure is null)
        {
            Acknowledge(batch);
        }
        else if (batch.Count == 0)
        {
            // The transaction could not begin: another process held the write lock for longer than the timeout.
            while (Take(out var job)) job.Fail(failure);
        }
        else
        {
            foreach (var job in batch) WriteAlone(job);
        }
    }

    /// <summary>Writes a job of a failed batch in a transaction of its own, so that only the job that caused the failure fails.</summary>
    void WriteAlone(WriteJob job)
    {
        if (Transact(() => job.Run(session)) is { } failure) job.Fail(failure);
        else Acknowledge([job]);
    }

    void Acknowledge(List<WriteJob> written)
    {
        var failure = written.Exists(job => job.TruncatesLog) ? Checkpointer.TruncateLog(session) : null;
        foreach (var job in written)
        {
            if (job.TruncatesLog && failure is not null) job.Fail(failure);
            else job.Acknowledge();
        }
    }

    /// <returns>The failure, after a rollback; null when the transaction is durable.</returns>
    Exception? Transact(Action write)
    {
        try
        {
            session.Begin();
            write();
            session.Commit();
            return null;
        }
        catch (Exception exception)
        {
            session.Rollback();
            return exception;
        }
    }
}
