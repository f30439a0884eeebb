using FollowUp.Application.Delivery;
using FollowUp.Application.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.Functions.Timers;

/// <summary>
/// Delivers the department's mails soon after a request has enqueued one, beside the requests of this worker: somebody waits for a sign-in mail. What it does not
/// deliver, because the worker stops or the sending fails, the timer of <see cref="ScheduledJobTimers"/> delivers within five minutes.
/// </summary>
sealed partial class DeliverySignal(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<DeliverySignal> log) : IScheduleSignal
{
    public void Raise() => _ = Task.Run(Deliver);

    async Task Deliver()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DepartmentDelivery>().DeliverDue(lifetime.ApplicationStopping);
        }
        catch (Exception failure)
        {
            // The message of an exception may contain a mail address, so only its type is logged.
            LogFailed(failure.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Delivering the department's mails failed ({Failure}); the timer retries within five minutes.")]
    partial void LogFailed(string failure);
}
