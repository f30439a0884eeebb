using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using NodaTime;

namespace FollowUp.Application.Monitoring;

/// <summary>
/// Finds the projects that should have moved and have not: the wake time has passed, or a message is stuck. The table is the truth, so it
/// needs to know nothing of the drivers that were lost; it wakes them, and a wake sets going whatever is missing.
/// </summary>
public sealed class Watchdog(IProjectIndex index, IProjectStore store, IProjectSignal wakes, Metrics metrics, TimeProvider time)
    : IJobSource
{
    /// <summary>A driver that is merely busy is left alone for so long.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(2);

    /// <summary>Looked at in one pass, the longest overdue first; the next pass takes the next ones.</summary>
    const int MaxProjects = 5000;

    public string JobName => JobSchedules.Watchdog;

    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.Interval(JobSchedules.EveryFiveMinutes), (_, c) => Run(c))]);

    /// <returns>How many projects it woke.</returns>
    /// <exception cref="AggregateException">Some of them cannot be looked at; the others were woken.</exception>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var stuck = await index.GetDue(now - Grace, MaxProjects, cancellation);
        var waitsSince = now;
        var projects = new FailureCollector("The look at some projects");
        foreach (var projectId in stuck)
        {
            await projects.Run(async () => waitsSince = Instant.Min(waitsSince, await SignalProject(projectId, now, cancellation)), cancellation);
        }

        var queue = await index.GetQueue(null, MaxProjects, cancellation);
        metrics.RecordWatchdogRound(queue.Count(row => row.Project.Next?.DueAt < now), now - waitsSince);
        projects.ThrowIfAny();
        return stuck.Length;
    }

    /// <returns>Since when the oldest message that may leave has been waiting to.</returns>
    async Task<Instant> SignalProject(string projectId, Instant now, CancellationToken cancellation)
    {
        if (await store.Load(projectId, cancellation) is not { } stored)
        {
            return now;
        }

        await wakes.Raise(projectId, stored.Project.Generation, cancellation);
        var pending = await store.LoadMessages(projectId, pendingOnly: true, cancellation);
        return pending.Select(entry => entry.Message.NotBefore).Append(now).Min();
    }
}
