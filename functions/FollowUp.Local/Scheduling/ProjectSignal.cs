using System.Threading.Channels;
using FollowUp.Application.Ports;

namespace FollowUp.Local.Scheduling;

/// <summary>
/// Tells the driver to look again. A wake carries nothing, for the due index knows what is due; so a thousand wakes that come while the
/// driver is busy are one.
/// </summary>
public sealed class ProjectSignal : IProjectSignal
{
    readonly Channel<bool> channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    long count;

    /// <summary>How many there were so far. As long as it stays the same, nothing has become due sooner than it was.</summary>
    public long Count => Volatile.Read(ref count);

    public ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref count);
        channel.Writer.TryWrite(true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Completes at the next wake, or after <paramref name="atMost"/> of real time.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            await channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
        }
    }
}
