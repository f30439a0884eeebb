using System.Threading.Channels;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Local.Scheduling;

/// <summary>
/// Works off the due index: the longest overdue first, many projects at once, one project by one worker at a time. The driver and the
/// demo's clock both use it, one after the other.
/// </summary>
public sealed partial class DueProjectDispatcher(IProjectIndex index, ILogger<DueProjectDispatcher> log) : IDisposable
{
    /// <summary>A turn is nearly all waiting for the disk or a mail server, and turns that wait together share one flush.</summary>
    const int MaxConcurrentRuns = 128;
    const int PageSize = 512;

    /// <summary>When every worker is held up, what falls due meanwhile is looked for this often.</summary>
    static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim oneAtATime = new(1);
    readonly FailureBackoff backoff = new(TimeProvider.System);

    /// <summary>Returns once nothing is due at <paramref name="until"/>, but for projects whose turn keeps failing.</summary>
    /// <param name="until">Asked again each time that the index is read.</param>
    /// <param name="errand">One project's turn, after which nothing is due for it.</param>
    /// <param name="cancellation">Starts no more turns.</param>
    public async Task RunDue(Func<Instant> until, Func<string, Task> errand, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            await RunDueExclusively(until, errand, cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    async Task RunDueExclusively(Func<Instant> until, Func<string, Task> errand, CancellationToken cancellation)
    {
        var finished = Channel.CreateUnbounded<FinishedRun>(new UnboundedChannelOptions { SingleReader = true });
        var underWay = new HashSet<string>();
        var next = new Queue<string>();
        try
        {
            while (true)
            {
                if (next.Count == 0)
                {
                    var due = await index.GetDue(until(), PageSize + underWay.Count + backoff.Count, cancellation);
                    next = new Queue<string>(due.Where(id => !underWay.Contains(id) && !backoff.IsPaused(id)));
                }

                while (underWay.Count < MaxConcurrentRuns && next.TryDequeue(out var id))
                {
                    underWay.Add(id);
                    _ = Task.Run(() => RunOne(id, errand, finished.Writer), CancellationToken.None);
                }

                if (underWay.Count == 0)
                {
                    return;
                }

                await WaitForFinishedRun(finished.Reader, cancellation);
                CollectFinishedRuns(finished.Reader, underWay);
            }
        }
        finally
        {
            // A shutdown starts no more turns and lets those under way end: a mail that is being sent is not sent twice.
            while (underWay.Count > 0)
            {
                underWay.Remove((await finished.Reader.ReadAsync(CancellationToken.None)).ProjectId);
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

    void CollectFinishedRuns(ChannelReader<FinishedRun> finished, HashSet<string> underWay)
    {
        while (finished.TryRead(out var turn))
        {
            underWay.Remove(turn.ProjectId);
            if (turn.Failed)
            {
                backoff.RecordFailure(turn.ProjectId);
            }
            else
            {
                backoff.RecordSuccess(turn.ProjectId);
            }
        }
    }

    async Task RunOne(string projectId, Func<string, Task> errand, ChannelWriter<FinishedRun> finished)
    {
        var failed = false;
        try
        {
            await errand(projectId);
        }
        catch (Exception failure)
        {
            // Whatever it is, it must not stop the other projects. Its message may hold personal data; its type and place do not.
            failed = true;
            LogRunFailed(projectId, failure.GetType().Name, failure.StackTrace);
        }
        finally
        {
            finished.TryWrite(new FinishedRun(projectId, failed));
        }
    }

    [LoggerMessage(LogLevel.Error, "The turn of project {ProjectId} failed ({Failure}); it will be tried again.\n{Place}")]
    partial void LogRunFailed(string projectId, string failure, string? place);

    readonly record struct FinishedRun(string ProjectId, bool Failed);
}
