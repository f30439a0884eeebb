using DurableTask.Core.Exceptions;
using FollowUp.Application.Monitoring;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.Functions.Orchestration;

/// <summary>Starts, restarts or signals the orchestration of a project, whichever its present status needs.</summary>
public sealed class OrchestrationInstances(DurableTaskClient client, Metrics? metrics = null)
{
    /// <summary>How often the status is read again when the instance ended, began or was purged between reading and acting.</summary>
    const int MaxAttempts = 5;

    /// <summary>Makes sure that an instance runs and looks at its project again. May be called any number of times.</summary>
    /// <exception cref="RpcException">The durable host cannot be reached.</exception>
    public async Task EnsureRunning(OrchestrationInput project, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await StartOrSignal(project, cancellation);
                return;
            }
            catch (Exception changed) when (attempt < MaxAttempts && IsInstanceChanged(changed))
            {
            }
        }
    }

    /// <summary>Starts the instance of a generation that has just begun, without looking first.</summary>
    /// <exception cref="RpcException">The durable host cannot be reached.</exception>
    public async Task StartNew(OrchestrationInput project, CancellationToken cancellation = default)
    {
        try
        {
            await Start(project, cancellation);
        }
        catch (Exception changed) when (IsInstanceChanged(changed))
        {
            // A repeat of the command, or the watchdog, was first.
            await EnsureRunning(project, cancellation);
        }
    }

    /// <summary>Signals the instance, without looking first; starts it when the host knows none that runs.</summary>
    /// <exception cref="RpcException">The durable host cannot be reached.</exception>
    public async Task Signal(OrchestrationInput project, CancellationToken cancellation = default)
    {
        try
        {
            await client.RaiseEventAsync(project.InstanceId, OrchestrationSignal.EventName, cancellation: cancellation);
        }
        catch (Exception changed) when (IsInstanceChanged(changed))
        {
            await EnsureRunning(project, cancellation);
        }
    }

    async Task StartOrSignal(OrchestrationInput project, CancellationToken cancellation)
    {
        var instance = await client.GetInstanceAsync(project.InstanceId, getInputsAndOutputs: false, cancellation);
        switch (instance)
        {
            case null:
                await Start(project, cancellation);
                break;
            case { IsCompleted: true }:
                // Failed, terminated, or finished before the last message was due. The state is in the store, so a new instance can start.
                if (instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed)
                {
                    metrics?.RecordFailedOrchestration();
                }

                await client.PurgeInstanceAsync(project.InstanceId, cancellation: cancellation);
                await Start(project, cancellation);
                break;
            default:
                await client.RaiseEventAsync(project.InstanceId, OrchestrationSignal.EventName, cancellation: cancellation);
                break;
        }
    }

    /// <summary>
    /// Names every status for deduplication, so that a start never replaces a running instance. Several concurrent starts of one new id may
    /// all report success; they make one instance.
    /// </summary>
    Task<string> Start(OrchestrationInput project, CancellationToken cancellation) => client.ScheduleNewOrchestrationInstanceAsync(
        nameof(ProjectFollowUp),
        project,
        new StartOrchestrationOptions(project.InstanceId).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]),
        cancellation);

    static bool IsInstanceChanged(Exception e) => e is OrchestrationAlreadyExistsException
        or RpcException { StatusCode: StatusCode.NotFound or StatusCode.FailedPrecondition or StatusCode.AlreadyExists };
}
