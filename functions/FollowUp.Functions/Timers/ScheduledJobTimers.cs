using FollowUp.Application.Delivery;
using FollowUp.Application.Scheduling;
using FollowUp.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.Functions.Timers;

/// <summary>
/// The jobs of the department's calendar. The timers run by UTC at short intervals; the scheduler decides by the time of Paris whether a job is
/// due and was not run yet.
/// </summary>
public sealed partial class ScheduledJobTimers(
    Scheduler scheduler, DepartmentDelivery delivery, DurableClientHolder holder, ILogger<ScheduledJobTimers> log)
{
    [Function("MorningDigest")]
    public Task MorningDigest(
        [TimerTrigger(JobSchedules.EveryFiveMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.MorningDigest, durable, cancellation);

    [Function("WeeklyReport")]
    public Task WeeklyReport(
        [TimerTrigger(JobSchedules.EveryFifteenMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.WeeklyReport, durable, cancellation);

    [Function("Absences")]
    public Task Absences(
        [TimerTrigger(JobSchedules.EveryFiveMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.Absences, durable, cancellation);

    [Function("Assignment")]
    public Task Assignment(
        [TimerTrigger(JobSchedules.EveryFiveMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.Assignment, durable, cancellation);

    [Function("HandOvers")]
    public Task HandOvers(
        [TimerTrigger(JobSchedules.EveryFiveMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.HandOvers, durable, cancellation);

    [Function("ComplaintReceipts")]
    public Task ComplaintReceipts(
        [TimerTrigger(JobSchedules.EveryFiveMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.ComplaintReceipts, durable, cancellation);

    [Function("ProviderNews")]
    public Task ProviderNews(
        [TimerTrigger(JobSchedules.EveryFifteenMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.ProviderNews, durable, cancellation);

    [Function("Anchor")]
    public Task Anchor(
        [TimerTrigger(JobSchedules.EveryFifteenMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.Anchor, durable, cancellation);

    [Function("Retention")]
    public Task Retention(
        [TimerTrigger(JobSchedules.EveryFifteenMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.Retention, durable, cancellation);

    async Task Run(string job, DurableTaskClient durable, CancellationToken cancellation)
    {
        holder.Client = durable;
        await scheduler.RunDue(job, cancellation);
        foreach (var failure in await delivery.DeliverDue(cancellation))
        {
            LogMailFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sending mail {Mail} failed; the outbox retries it.")]
    partial void LogMailFailed(string mail);
}
