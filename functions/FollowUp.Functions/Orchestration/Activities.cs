using FollowUp.Application.Delivery;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FollowUp.Functions.Orchestration;

/// <summary>The activities of an orchestration. They may run more than once; both are idempotent.</summary>
public sealed partial class Activities(
    IProjectStore store, PersonLoader persons, IAuditLog audit, PolicyLoader policies, CoordinatorSelector coordinators, OutboxDelivery delivery,
    TimeProvider time, ILogger<Activities> log)
{
    /// <summary>
    /// A worker that is killed during an activity reports it as failed, so every activity is retried. The attempts take eight minutes in all,
    /// long enough for a storage account to come back. After the last one the orchestration fails, and the watchdog starts a new instance.
    /// </summary>
    public static readonly TaskOptions RetryOptions = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));

    // The orchestration that calls is running, so a signal to it would only cost another round. Time makes no call and takes no consent, so no other
    // project of the person has to look again either.
    readonly ProjectCommands commands = new(store, persons, audit, policies, coordinators, new NoProjectSignal(), time);

    /// <summary>
    /// Takes the step that time alone decides, delivers what is due, and returns the state of the project after it; null when it does not exist. A delivery
    /// that fails stops neither the other messages nor the project: the outbox has the time of the next attempt, and the state names it.
    /// </summary>
    [Function(nameof(Advance))]
    public async Task<OrchestrationState?> Advance([ActivityTrigger] string projectId, CancellationToken cancellation)
    {
        if (await commands.AdvanceWork(projectId, cancellation) is not { } work)
        {
            return null;
        }

        var round = await delivery.DeliverDue(work, cancellation);
        foreach (var failure in round.Failures)
        {
            LogMessageFailed(projectId, failure.GetType().Name);
        }

        return OrchestrationState.From(work.Project, round.Pending);
    }

    /// <summary>
    /// Delivers one message. Histories of earlier versions call it; since then <see cref="Advance"/> delivers. A message that was sent or dropped before, or
    /// is not due yet, is not an error.
    /// </summary>
    /// <returns>Whether the message left now.</returns>
    [Function(nameof(Deliver))]
    public Task<bool> Deliver([ActivityTrigger] DueMessage message, CancellationToken cancellation) =>
        delivery.Deliver(message.ProjectId, message.MessageId, cancellation);

    [LoggerMessage(LogLevel.Warning, "A message of project {ProjectId} was not taken ({Failure}); the outbox retries it.")]
    partial void LogMessageFailed(string projectId, string failure);
}
