using FollowUp.Application.Scheduling;

namespace FollowUp.Local.Scheduling;

/// <summary>Tells <see cref="ScheduledJobsService"/> to check its jobs at once. Signals that were not consumed yet are one. Thread-safe.</summary>
public sealed class ScheduleSignal : IScheduleSignal, IDisposable
{
    readonly SemaphoreSlim signalled = new(0, 1);
    readonly Lock gate = new();

    public void Raise()
    {
        lock (gate)
        {
            if (signalled.CurrentCount == 0)
            {
                signalled.Release();
            }
        }
    }

    /// <summary>Whether a signal was raised since the last call.</summary>
    public bool TryConsume() => signalled.Wait(0);

    /// <summary>Completes at the next signal without consuming it, or after <paramref name="maxPause"/> of the machine's time.</summary>
    public async Task Wait(TimeSpan maxPause, CancellationToken cancellation)
    {
        if (await signalled.WaitAsync(maxPause, cancellation))
        {
            Raise();
        }
    }

    public void Dispose() => signalled.Dispose();
}
