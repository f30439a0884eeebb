using FollowUp.Application.Ports;
using FollowUp.Local.Scheduling;
using NodaTime;

namespace FollowUp.Local.Demo;

/// <summary>
/// Runs one project through a stretch of time: at every instant at which something falls due for it, in order. Projects do not depend on each
/// other, so many run at once, each at its own instant, and share flushes of the disk.
/// </summary>
public sealed class SteppedProjectRun(ProjectRun projectRun, IProjectStore store, AdjustableTimeProvider time)
{
    /// <exception cref="InvalidOperationException">A run left the project due at the same instant.</exception>
    public async Task Run(string projectId, Instant target)
    {
        var at = time.Now;
        Instant? lastDue = null;
        while (await GetNextDue(projectId) is { } due && due <= target)
        {
            if (due == lastDue)
            {
                throw new InvalidOperationException($"Project {projectId} is still due at {due} after it was run.");
            }

            lastDue = due;
            at = Instant.Max(at, due);
            await time.RunAt(at, () => projectRun.Run(projectId));
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
