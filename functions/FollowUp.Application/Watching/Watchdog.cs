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
    /// <exception cref="AggregateException">Some of them cannot be looked at; the others were woken.</exception>
    public async Task<int> Look(CancellationToken cancellation = default)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var stuck = await index.Due(now - Grace, AtMost, cancellation);
        var waitsSince = now;
        var projects = new OneByOne("The look at some projects");
        foreach (var projectId in stuck)
        {
            await projects.Try(async () => waitsSince = Instant.Min(waitsSince, await Wake(projectId, now, cancellation)), cancellation);
        }

        var queue = await index.Queue(null, AtMost, cancellation);
        metrics.WatchdogPassed(queue.Count(row => row.Project.Next?.DueAt < now), now - waitsSince);
        projects.Done();
        return stuck.Length;
    }

    /// <returns>Since when the oldest message that may leave has been waiting to.</returns>
    async Task<Instant> Wake(string projectId, Instant now, CancellationToken cancellation)
    {
        if (await store.Load(projectId, cancellation) is not { } stored)
        {
            return now;
        }

        await wakes.Wake(projectId, stored.Project.Generation, cancellation);
        var pending = await store.Messages(projectId, pendingOnly: true, cancellation);
        return pending.Select(entry => entry.Message.NotBefore).Append(now).Min();
    }
}
