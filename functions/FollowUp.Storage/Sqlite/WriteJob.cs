namespace FollowUp.Storage.Sqlite;

/// <summary>
/// One caller's write on its way through <see cref="GroupCommit"/>. It may run more than once, in transactions that are rolled back; its
/// caller hears of it only after a commit.
/// </summary>
abstract class WriteJob(bool leavesNoTrace)
{
    /// <summary>What it deletes has to be gone from the log as well.</summary>
    public bool TruncatesLog => leavesNoTrace;

    public abstract void Run(Session session);

    public abstract void Acknowledge();

    public abstract void Fail(Exception exception);
}

/// <inheritdoc cref="WriteJob"/>
sealed class WriteJob<T>(Func<Session, T> write, bool leavesNoTrace) : WriteJob(leavesNoTrace)
{
    // The writer's thread must not run what its callers do next.
    readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    T? result;

    public Task<T> Done => done.Task;

    public override void Run(Session session) => result = write(session);

    public override void Acknowledge() => done.SetResult(result!);

    public override void Fail(Exception exception) => done.SetException(exception);
}
