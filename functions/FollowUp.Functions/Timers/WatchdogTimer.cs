using FollowUp.Application.Monitoring;
using FollowUp.Application.Scheduling;
using FollowUp.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Functions.Timers;

/// <summary>Every five minutes, starts the orchestrations of projects that are overdue.</summary>
public sealed class WatchdogTimer(Watchdog watchdog, DurableClientHolder holder)
{
    [Function("Watchdog")]
    public Task Run(
        [TimerTrigger(JobSchedules.EveryFiveMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        holder.Client = durable;
        return watchdog.Run(cancellation);
    }
}
