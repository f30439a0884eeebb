using DurableTask.Core.Exceptions;
using FollowUp.Application.Monitoring;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.Functions.Orchestration;

/// <summary>Makes sure that a project's orchestration runs and looks again, whatever has become of it.</summary>
public sealed class OrchestrationInstances(DurableTaskClient client, Metrics? metrics = null)
{
    /// <summary>Between a look and the act that follows it an instance may end, begin or be purged; then it is looked at again.</summary>
    const int MaxAttempts = 5;

    /// <exception cref="RpcException">The durable host cannot be reached.</exception>
    public async Task EnsureRunning(OrchestrationInput project, CancellationToken cancellation = default)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                await StartOrSignal(project, cancellation);
                return;
            }
            catch (Exception changed) when (look < MaxAttempts && IsInstanceChanged(changed))
            {
            }
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
                // Failed, terminated, or ended before what the project still owes: every orchestration is disposable.
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
    /// Every status is named for deduplication: a start never replaces an instance that runs. Several starts of one new id at once may all
    /// report success; one instance comes of them.
    /// </summary>
    Task<string> Start(OrchestrationInput project, CancellationToken cancellation) => client.ScheduleNewOrchestrationInstanceAsync(
        nameof(ProjectFollowUp),
        project,
        new StartOrchestrationOptions(project.InstanceId).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]),
        cancellation);

    static bool IsInstanceChanged(Exception e) => e is OrchestrationAlreadyExistsException
        or RpcException { StatusCode: StatusCode.NotFound or StatusCode.FailedPrecondition or StatusCode.AlreadyExists };
}
