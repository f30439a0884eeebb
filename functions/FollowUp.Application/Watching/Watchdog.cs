using NodaTime;

namespace FollowUp.Application;

/// <summary>
/// Finds the projects that should have moved and have not: the wake time has passed, or a message is stuck. The table is the truth, so it
/// needs to know nothing of the drivers that were lost; it wakes them, and a wake sets going whatever is missing.
/// </summary>
public sealed class Watchdog(IIndex index, IProjectStore store, IWakes wakes, TimeProvider time)
{
    /// <summary>A driver that is merely busy is left alone for so long.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(2);

    /// <summary>Looked at in one pass, the longest overdue first; the next pass takes the next ones.</summary>
    const int AtMost = 5000;

    /// <returns>How many projects it woke.</returns>
    public async Task<int> Look(CancellationToken cancellation = default)
    {
        var overdue = await index.Due(Instant.FromDateTimeOffset(time.GetUtcNow()) - Grace, AtMost, cancellation);
        foreach (var projectId in overdue)
        {
            if (await store.Load(projectId, cancellation) is { } stored)
            {
                await wakes.Wake(projectId, stored.Project.Generation, cancellation);
            }
        }

        return overdue.Length;
    }
}
