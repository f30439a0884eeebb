using FollowUp.Application.Scheduling;

namespace FollowUp.Local;

/// <summary>Tells the department's calendar to look at once; many nudges are one.</summary>
public sealed class Nudges : IScheduleSignal, IDisposable
{
    readonly SemaphoreSlim nudged = new(0, 1);
    readonly Lock gate = new();

    public void Raise()
    {
        lock (gate)
        {
            if (nudged.CurrentCount == 0)
            {
                nudged.Release();
            }
        }
    }

    /// <summary>Whether there was one since it was asked last.</summary>
    public bool Take() => nudged.Wait(0);

    /// <summary>Completes at the next nudge, which it leaves to be taken, or after <paramref name="atMost"/> of real time.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken cancellation)
    {
        if (await nudged.WaitAsync(atMost, cancellation))
        {
            Raise();
        }
    }

    public void Dispose() => nudged.Dispose();
}
