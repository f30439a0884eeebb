using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application;

/// <summary>
/// Finds the projects that should have moved and have not: the wake time has passed, or a message is stuck. The table is the truth, so it
/// needs to know nothing of the drivers that were lost; it wakes them, and a wake sets going whatever is missing.
/// </summary>
public sealed class Watchdog(IIndex index, IProjectStore store, IWakes wakes, Metrics metrics, TimeProvider time)
    : IScheduled
{
    /// <summary>A driver that is merely busy is left alone for so long.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(2);

    /// <summary>Looked at in one pass, the longest overdue first; the next pass takes the next ones.</summary>
    const int AtMost = 5000;

    public string Piece => Timetable.Watchdog;

    public ValueTask<ImmutableArray<ScheduledWork>> Works(CancellationToken cancellation = default) =>
        new([new ScheduledWork(Piece, Schedule.Rhythm(Timetable.EveryFiveMinutes), (_, c) => Look(c))]);

    /// <returns>How many projects it woke.</returns>
    public async Task<int> Look(CancellationToken cancellation = default)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var stuck = await index.Due(now - Grace, AtMost, cancellation);
        var waitsSince = now;
        foreach (var projectId in stuck)
        {
            if (await store.Load(projectId, cancellation) is { } stored)
            {
                await wakes.Wake(projectId, stored.Project.Generation, cancellation);
                waitsSince = Instant.Min(waitsSince, await OwesSince(projectId, now, cancellation));
            }
        }

        var queue = await index.Queue(null, AtMost, cancellation);
        metrics.WatchdogPassed(queue.Count(row => row.Project.Next?.DueAt < now), now - waitsSince);
        return stuck.Length;
    }

    /// <summary>Since when the oldest message that may leave has been waiting to.</summary>
    async Task<Instant> OwesSince(string projectId, Instant now, CancellationToken cancellation)
    {
        var pending = await store.Messages(projectId, pendingOnly: true, cancellation);
        return pending.Select(entry => entry.Message.NotBefore).Append(now).Min();
    }
}
