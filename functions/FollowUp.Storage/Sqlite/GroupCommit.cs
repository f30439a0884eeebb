using System.Diagnostics.CodeAnalysis;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// The one writer of the file. While it waits for the disk to confirm a transaction, the writes that arrive queue up, and all of them
/// share the next one: sixty-four callers pay for one flush, as passengers who come while the ferry is out take the next ferry together.
/// </summary>
sealed class GroupCommit : IDisposable
{
    // Bounds the time that the first job of a batch waits for the last one.
    const int LargestBatch = 256;

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

    /// <summary>Completes once the write is on the disk.</summary>
    /// <param name="write">Runs on the writer's thread, again in another transaction when the first one failed.</param>
    /// <param name="leavesNoTrace">The log is emptied too before this completes; fails when that cannot be done, and can be repeated.</param>
    public Task<T> Write<T>(Func<Session, T> write, bool leavesNoTrace = false)
    {
        var job = new WriteJob<T>(write, leavesNoTrace);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            waiting.Enqueue(job);
            if (waiting.Count == 1) Monitor.Pulse(gate);
        }

        return job.Done;
    }

    /// <summary>Writes what is queued and stops.</summary>
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

    /// <returns>False when closed, with nothing left to write.</returns>
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
            // Whoever comes while the others are written still gets on board.
            while (batch.Count < LargestBatch && Take(out var job))
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
            // Another process does not let go of the file.
            while (Take(out var job)) job.Fail(failure);
        }
        else
        {
            foreach (var job in batch) WriteAlone(job);
        }
    }

    /// <summary>A batch failed: on its own, only the job that is to blame fails.</summary>
    void WriteAlone(WriteJob job)
    {
        if (Transact(() => job.Run(session)) is { } failure) job.Fail(failure);
        else Acknowledge([job]);
    }

    void Acknowledge(List<WriteJob> written)
    {
        var trace = written.Exists(job => job.TruncatesLog) ? Checkpointer.TruncateLog(session) : null;
        foreach (var job in written)
        {
            if (job.TruncatesLog && trace is not null) job.Fail(trace);
            else job.Acknowledge();
        }
    }

    /// <returns>What went wrong, with nothing written; null when all is on the disk.</returns>
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
