using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using NodaTime;

namespace FollowUp.Functions.Orchestration;

/// <summary>What an orchestration has done for it. Both run at least once, and both bear it.</summary>
public sealed class Activities(
    IProjectStore store, IAuditLog audit, PolicyLoader policies, CoordinatorSelector assigning, OutboxDelivery delivery, TimeProvider time)
{
    /// <summary>
    /// A worker that is killed in the middle of an activity reports it as failed; so none is without retries. They take eight minutes in
    /// all, long enough for a storage account to come back; after that the watchdog sets a new instance going.
    /// </summary>
    public static readonly TaskOptions RetryOptions = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));

    // Whoever asks is awake: a wake for what this very call decided would only cost one more turn.
    readonly ProjectCommands commands = new(store, audit, policies, assigning, new NoSignal(), time);

    /// <summary>Lets time decide, and says where the project stands; null when there is no such project.</summary>
    [Function(nameof(Advance))]
    public async Task<OrchestrationState?> Advance([ActivityTrigger] string projectId, CancellationToken cancellation)
    {
        if (await commands.Advance(projectId, cancellation) is not { } project)
        {
            return null;
        }

        var pending = await store.LoadMessages(projectId, pendingOnly: true, cancellation);
        return OrchestrationState.From(project, pending, Instant.FromDateTimeOffset(time.GetUtcNow()));
    }

    /// <summary>Delivers one message, marked before and after. One that is sent, dropped or not yet due is no failure.</summary>
    [Function(nameof(Deliver))]
    public Task<bool> Deliver([ActivityTrigger] DueMessage owed, CancellationToken cancellation) =>
        delivery.Deliver(owed.ProjectId, owed.MessageId, cancellation);

    sealed class NoSignal : IProjectSignal
    {
        public ValueTask Raise(string projectId, int generation, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
