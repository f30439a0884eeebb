using System.Threading.Channels;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Local.Scheduling;

/// <summary>
/// Runs the projects of the due index: the longest overdue first, many projects at once, each project in one run at a time. Safe for concurrent
/// callers, which are served one after the other.
/// </summary>
public sealed partial class DueProjectDispatcher(IProjectIndex index, ILogger<DueProjectDispatcher> log) : IDisposable
{
    /// <summary>A run mostly waits for the disk or a mail server, and runs that wait together share one flush.</summary>
    const int MaxConcurrentRuns = 128;
    const int PageSize = 512;

    /// <summary>How often the index is read while every slot is taken.</summary>
    static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim oneAtATime = new(1);
    readonly FailureBackoff backoff = new(TimeProvider.System);

    /// <summary>Completes once nothing is due at <paramref name="getNow"/>, except projects whose run keeps failing.</summary>
    /// <param name="getNow">Called each time that the index is read.</param>
    /// <param name="run">Runs one project until nothing is due for it.</param>
    /// <param name="cancellation">Starts no more runs, and waits for those that have begun.</param>
    public async Task RunDue(Func<Instant> getNow, Func<string, Task> run, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            await RunDueExclusively(getNow, run, cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    async Task RunDueExclusively(Func<Instant> getNow, Func<string, Task> run, CancellationToken cancellation)
    {
        var finished = Channel.CreateUnbounded<FinishedRun>(new UnboundedChannelOptions { SingleReader = true });
        var running = new HashSet<string>();
        var next = new Queue<string>();
        try
        {
            while (true)
            {
                if (next.Count == 0)
                {
                    var due = await index.GetDue(getNow(), PageSize + running.Count + backoff.Count, cancellation);
                    next = new Queue<string>(due.Where(id => !running.Contains(id) && !backoff.IsPaused(id)));
                }

                while (running.Count < MaxConcurrentRuns && next.TryDequeue(out var id))
                {
                    running.Add(id);
                    _ = Task.Run(() => RunOne(id, run, finished.Writer), CancellationToken.None);
                }

                if (running.Count == 0)
                {
                    return;
                }

                await WaitForFinishedRun(finished.Reader, cancellation);
                CollectFinishedRuns(finished.Reader, running);
            }
        }
        finally
        {
            // On shutdown, runs that have begun end: stopping one while it sends a mail could send the mail twice.
            while (running.Count > 0)
            {
                running.Remove((await finished.Reader.ReadAsync(CancellationToken.None)).ProjectId);
            }
        }
    }

    static async Task WaitForFinishedRun(ChannelReader<FinishedRun> finished, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(PollInterval);
        try
        {
            await finished.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
        }
    }

    void CollectFinishedRuns(ChannelReader<FinishedRun> finished, HashSet<string> running)
    {
        while (finished.TryRead(out var run))
        {
            running.Remove(run.ProjectId);
            if (run.Failed)
            {
                backoff.RecordFailure(run.ProjectId);
            }
            else
            {
                backoff.RecordSuccess(run.ProjectId);
            }
        }
    }

    async Task RunOne(string projectId, Func<string, Task> run, ChannelWriter<FinishedRun> finished)
    {
        var failed = false;
        try
        {
            await run(projectId);
        }
        catch (Exception failure)
        {
            // A failure of one project must not stop the others. Its message may contain personal data, so only type and place are logged.
            failed = true;
            LogRunFailed(projectId, failure.GetType().Name, failure.StackTrace);
        }
        finally
        {
            finished.TryWrite(new FinishedRun(projectId, failed));
        }
    }

    [LoggerMessage(LogLevel.Error, "Running project {ProjectId} failed ({Failure}); it is retried within ten minutes.\n{StackTrace}")]
    partial void LogRunFailed(string projectId, string failure, string? stackTrace);

    readonly record struct FinishedRun(string ProjectId, bool Failed);
}
