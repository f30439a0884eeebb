using System.Threading.Channels;
using FollowUp.Application.Ports;

namespace FollowUp.Local.Scheduling;

/// <summary>
/// Tells <see cref="DueProjectsService"/> to read the due index again. Signals raised while it is busy are one, because the index has what each
/// of them was raised for. Thread-safe.
/// </summary>
public sealed class ProjectSignal : IProjectSignal
{
    readonly Channel<bool> channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    long count;

    /// <summary>The number of signals so far. While it stays the same, no project has become due sooner than it was.</summary>
    public long Count => Volatile.Read(ref count);

    public ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref count);
        channel.Writer.TryWrite(true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Completes at the next signal, or after <paramref name="maxPause"/> of the machine's time.</summary>
    public async Task Wait(TimeSpan maxPause, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(maxPause);
        try
        {
            await channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
        }
    }
}
