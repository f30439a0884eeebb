namespace FollowUp.Storage.Sqlite;

/// <summary>
/// One caller's write in the queue of <see cref="GroupCommit"/>. It may run more than once, each time but the last in a transaction that is
/// rolled back. Its task completes after the commit.
/// </summary>
abstract class WriteJob(bool truncatesLog)
{
    /// <summary>Whether the log has to be truncated before the job is acknowledged.</summary>
    public bool TruncatesLog => truncatesLog;

    public abstract void Run(Session session);

    public abstract void Acknowledge();

    public abstract void Fail(Exception exception);
}

/// <inheritdoc cref="WriteJob"/>
sealed class WriteJob<T>(Func<Session, T> write, bool truncatesLog) : WriteJob(truncatesLog)
{
    // Continuations of callers must not run on the writer's thread.
    readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    T? result;

    public Task<T> Done => done.Task;

    public override void Run(Session session) => result = write(session);

    public override void Acknowledge() => done.SetResult(result!);

    public override void Fail(Exception exception) => done.SetException(exception);
}
