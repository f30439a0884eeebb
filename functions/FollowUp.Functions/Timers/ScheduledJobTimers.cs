using FollowUp.Application.Delivery;
using FollowUp.Application.Scheduling;
using FollowUp.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.Functions.Timers;

/// <summary>
/// What happens by the calendar of the department. The timers run by UTC and only come often enough; whether something is due in Paris, and
/// was not done yet, the scheduler knows.
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

    [Function("ComplaintReceipts")]
    public Task ComplaintReceipts(
        [TimerTrigger(JobSchedules.EveryFiveMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.ComplaintReceipts, durable, cancellation);

    [Function("Retention")]
    public Task Retention(
        [TimerTrigger(JobSchedules.EveryFifteenMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        Run(JobNames.Retention, durable, cancellation);

    async Task Run(string piece, DurableTaskClient durable, CancellationToken cancellation)
    {
        holder.Client = durable;
        await scheduler.RunDue(piece, cancellation);
        foreach (var failure in await delivery.DeliverDue(cancellation))
        {
            LogMailFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The mail {Mail} was not taken; it will be tried again.")]
    partial void LogMailFailed(string mail);
}
