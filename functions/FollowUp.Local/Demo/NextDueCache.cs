using FollowUp.Application.Ports;
using FollowUp.Local.Scheduling;
using NodaTime;

namespace FollowUp.Local.Demo;

/// <summary>
/// Knows until when no project has anything due, so that a walk through months in which the department's calendar alone has something to do
/// does not ask the index every day. One wake, a turn of any project or another walk, and it asks again.
/// </summary>
public sealed class NextDueCache(IProjectIndex index, ProjectSignal wakes)
{
    const long NotLoaded = -1;

    long loadedAtSignal = NotLoaded;
    Instant? nextDue;

    public async Task<bool> IsNothingDueBy(Instant at)
    {
        var raised = wakes.Count;
        if (loadedAtSignal != raised)
        {
            (nextDue, loadedAtSignal) = (await index.GetNextDue(), raised);
        }

        return nextDue is not { } due || due > at;
    }

    public void Invalidate() => loadedAtSignal = NotLoaded;
}
