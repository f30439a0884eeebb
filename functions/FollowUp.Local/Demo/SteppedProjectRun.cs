using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Local.Scheduling;
using NodaTime;

namespace FollowUp.Local.Demo;

/// <summary>
/// One project's way through a stretch of time: it lives through every instant at which something falls due for it. Projects do not
/// depend on one another, so many walk side by side, each at its own time, and share the disk's flushes.
/// </summary>
public sealed class SteppedProjectRun(ProjectRun errand, IProjectStore store, AdjustableTimeProvider time)
{
    public async Task Run(string projectId, Instant target)
    {
        var at = time.Now;
        Instant? before = null;
        while (await GetNextDue(projectId) is { } due && due <= target)
        {
            if (due == before)
            {
                throw new InvalidOperationException("What was done left it due as before.");
            }

            before = due;
            at = Instant.Max(at, due);
            await time.RunAt(at, () => errand.Run(projectId));
        }
    }

    async Task<Instant?> GetNextDue(string projectId)
    {
        var stored = await store.Load(projectId);
        var next = stored?.Project.WakeAt;
        foreach (var message in await store.LoadMessages(projectId, pendingOnly: true))
        {
            next = next < message.DueAt ? next : message.DueAt;
        }

        return next;
    }
}
