using FollowUp.Application.Ports;
using FollowUp.Local.Scheduling;
using NodaTime;

namespace FollowUp.Local.Demo;

/// <summary>
/// Caches when the next project is due, so that moving the demo's clock through months without a due project does not read the index for every
/// day. A signal, a run of a project, or another move invalidates it.
/// </summary>
public sealed class NextDueCache(IProjectIndex index, ProjectSignal signal)
{
    const long NotLoaded = -1;

    long loadedAtSignal = NotLoaded;
    Instant? nextDue;

    public async Task<bool> IsNothingDueBy(Instant at)
    {
        var raised = signal.Count;
        if (loadedAtSignal != raised)
        {
            (nextDue, loadedAtSignal) = (await index.GetNextDue(), raised);
        }

        return nextDue is not { } due || due > at;
    }

    public void Invalidate() => loadedAtSignal = NotLoaded;
}
