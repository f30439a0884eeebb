using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.Functions.Tests;

/// <summary>
/// The client as the Functions host serves it: an event to an instance that is not there or has ended fails, where the test host drops it
/// (<c>throwStatusExceptionsOnRaiseEvent</c> of host.json).
/// </summary>
sealed class StatusCheckingClient(DurableTaskClient inner) : DurableTaskClient(nameof(StatusCheckingClient))
{
    int looks;

    /// <summary>How often the app asked for a status.</summary>
    public int Looks => looks;

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        switch (await inner.GetInstanceAsync(instanceId, getInputsAndOutputs: false, cancellation))
        {
            case null:
                throw new RpcException(new Status(StatusCode.NotFound, "There is no such instance."));
            case { IsCompleted: true }:
                throw new RpcException(new Status(StatusCode.FailedPrecondition, "The instance has ended."));
            default:
                await inner.RaiseEventAsync(instanceId, eventName, eventPayload, cancellation);
                break;
        }
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref looks);
        return inner.GetInstanceAsync(instanceId, getInputsAndOutputs, cancellation);
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
        inner.ScheduleNewOrchestrationInstanceAsync(orchestratorName, input, options, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        inner.WaitForInstanceStartAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        inner.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        inner.SuspendInstanceAsync(instanceId, reason, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        inner.ResumeInstanceAsync(instanceId, reason, cancellation);

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, CancellationToken cancellation = default) =>
        inner.PurgeInstanceAsync(instanceId, cancellation);

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        inner.PurgeInstanceAsync(instanceId, options, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => inner.GetAllInstancesAsync(filter);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
