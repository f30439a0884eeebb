using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Scheduling;
using FollowUp.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.Functions.Timers;

/// <summary>
/// The jobs of the department's calendar, and the watchdog. One timer runs by UTC at a short interval; the scheduler decides by the time of Paris whether a
/// job is due and was not run yet. It is one timer, since each costs the host a lease that is renewed all day, whether the timer has anything to do or not.
/// </summary>
public sealed partial class ScheduledJobTimers(
    Scheduler scheduler, Watchdog watchdog, DepartmentDelivery delivery, DurableClientHolder holder, ILogger<ScheduledJobTimers> log)
{
    /// <summary>In this order, so that a project is handed over before the digest names it.</summary>
    static readonly ImmutableArray<string> Jobs =
    [
        JobNames.Absences, JobNames.HandOvers, JobNames.Assignment, JobNames.ComplaintReceipts, JobNames.MorningDigest, JobNames.WeeklyReport,
        JobNames.ProviderNews,
    ];

    /// <summary>What may take minutes, after the mails.</summary>
    static readonly ImmutableArray<string> NightlyJobs = [JobNames.Anchor, JobNames.Retention];

    [Function("ScheduledJobs")]
    public async Task RunJobs(
        [TimerTrigger(JobSchedules.EveryFiveMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        holder.Client = durable;

        // A job that fails keeps no other one from running, and fails the function in the end.
        var failures = new FailureCollector("Some scheduled jobs, which stay due,");
        await failures.Run(() => watchdog.Run(cancellation), cancellation);
        foreach (var job in Jobs)
        {
            await failures.Run(() => scheduler.RunDue(job, cancellation), cancellation);
        }

        await failures.Run(() => Deliver(cancellation), cancellation);
        foreach (var job in NightlyJobs)
        {
            await failures.Run(() => scheduler.RunDue(job, cancellation), cancellation);
        }

        failures.ThrowIfAny();
    }

    async Task Deliver(CancellationToken cancellation)
    {
        foreach (var failure in await delivery.DeliverDue(cancellation))
        {
            LogMailFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sending mail {Mail} failed; the outbox retries it.")]
    partial void LogMailFailed(string mail);
}
