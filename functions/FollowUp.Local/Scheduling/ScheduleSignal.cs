using FollowUp.Application.Scheduling;

namespace FollowUp.Local.Scheduling;

/// <summary>Tells the department's calendar to look at once; many nudges are one.</summary>
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

    /// <summary>Whether there was one since it was asked last.</summary>
    public bool TryConsume() => signalled.Wait(0);

    /// <summary>Completes at the next nudge, which it leaves to be taken, or after <paramref name="atMost"/> of real time.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken cancellation)
    {
        if (await signalled.WaitAsync(atMost, cancellation))
        {
            Raise();
        }
    }

    public void Dispose() => signalled.Dispose();
}
