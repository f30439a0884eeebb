using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Settings;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.Scheduling;

/// <summary>
/// Runs jobs that are due. The time that a job was last run for is stored, so a job runs once for each time, also over restarts, and once
/// after an outage of any length. Jobs with <see cref="ScheduledJob.RunAtEveryCheck"/> run at every call. A new installation begins with the first time after it started. Thread-safe; when two workers run one job at
/// once, <see cref="ScheduledJob.Run"/> makes the second run harmless.
/// </summary>
public sealed class Scheduler(IEnumerable<IJobSource> sources, IKeyValueStore settings, DepartmentCalendar calendar, TimeProvider time)
{
    /// <summary>The jobs of a name; all jobs when it is null.</summary>
    public async ValueTask<ImmutableArray<ScheduledJob>> GetJobs(string? jobName = null, CancellationToken cancellation = default)
    {
        var jobs = ImmutableArray.CreateBuilder<ScheduledJob>();
        foreach (var source in sources.Where(s => jobName is null || s.JobName == jobName))
        {
            jobs.AddRange(await source.GetJobs(cancellation));
        }

        return jobs.ToImmutable();
    }

    /// <summary>Runs the jobs of a name that are due. A job that fails stays due.</summary>
    /// <exception cref="AggregateException">Some jobs failed; all others have run.</exception>
    public async Task RunDue(string jobName, CancellationToken cancellation = default)
    {
        var failures = new FailureCollector($"Some jobs of {jobName}");
        foreach (var job in await GetJobs(jobName, cancellation))
        {
            await failures.Run(() => RunIfDue(job, cancellation), cancellation);
        }

        failures.ThrowIfAny();
    }

    /// <summary>Runs a job if it is due. An exception of the job passes through; the job stays due.</summary>
    /// <returns>When the job is due next.</returns>
    public async Task<Instant> RunIfDue(ScheduledJob job, CancellationToken cancellation = default)
    {
        var now = time.GetCurrentInstant();
        if (job.RunAtEveryCheck)
        {
            await job.Run(now, cancellation);
            return job.Schedule.GetNext(now, calendar.Current);
        }

        var key = $"schedule:{job.Name}";
        var stored = await settings.GetOrSet(key, Format(now), now + RetentionPeriods.JobRuns, cancellation);
        var lastRun = InstantPattern.ExtendedIso.Parse(stored).GetValueOrThrow();
        if (job.Schedule.FindLatest(lastRun, now, calendar.Current) is { } due)
        {
            // If the job is retention itself, it would delete its own expired row, and the write below would fail.
            if (lastRun + RetentionPeriods.JobRuns <= now + Duration.FromDays(1))
            {
                await settings.TryReplace(key, stored, stored, now + RetentionPeriods.JobRuns, cancellation);
            }

            await job.Run(due, cancellation);

            // If another worker stored a later time meanwhile, that time stays.
            await settings.TryReplace(key, stored, Format(due), now + RetentionPeriods.JobRuns, cancellation);
            lastRun = due;
        }

        return job.Schedule.GetNext(Instant.Max(lastRun, now), calendar.Current);
    }

    static string Format(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
