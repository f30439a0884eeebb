using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Monitoring;

/// <summary>
/// Finds projects that are overdue (the wake time has passed or a message waits) and raises their signal, which starts a run that was lost. The
/// index decides what is overdue, so the watchdog needs no list of runs.
/// </summary>
public sealed class Watchdog(IProjectIndex index, IProjectStore store, IProjectSignal signal, Metrics metrics, TimeProvider time)
    : IJobSource
{
    /// <summary>How long a project may be overdue before it is signalled: a busy run needs no help.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(2);

    /// <summary>The projects of one round, the longest overdue first; the next round takes the next ones. The table store reads them as one page.</summary>
    const int MaxProjects = 900;

    /// <inheritdoc/>
    public string JobName => JobNames.Watchdog;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.Interval(JobSchedules.EveryFiveMinutes), (_, c) => Run(c))]);

    /// <summary>Runs one round and records its metrics. May be repeated.</summary>
    /// <returns>How many projects were overdue.</returns>
    /// <exception cref="AggregateException">Some projects could not be read or signalled; all others were.</exception>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var now = time.GetCurrentInstant();
        var overdue = await index.GetDue(now - Grace, MaxProjects, cancellation);
        var oldestWaiting = now;
        var failures = new FailureCollector("Signalling some projects");
        foreach (var projectId in overdue)
        {
            await failures.Run(async () => oldestWaiting = Instant.Min(oldestWaiting, await SignalProject(projectId, now, cancellation)), cancellation);
        }

        metrics.RecordWatchdogRound(await index.CountOverdue(now, cancellation), now - oldestWaiting);
        failures.ThrowIfAny();
        return overdue.Length;
    }

    /// <returns>From when on its oldest pending message might be sent; now when none is pending.</returns>
    async Task<Instant> SignalProject(string projectId, Instant now, CancellationToken cancellation)
    {
        if (await store.LoadWork(projectId, cancellation) is not { } work)
        {
            return now;
        }

        await signal.Restore(projectId, work.Project.Generation, cancellation);
        return work.Messages.Select(entry => entry.Message.NotBefore).Append(now).Min();
    }
}
