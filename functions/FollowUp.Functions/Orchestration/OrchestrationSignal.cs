using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// Signals a project's orchestration, or starts it when none runs. A failure is logged and not thrown: what was decided is already stored, and
/// the watchdog finds projects whose signal was lost.
/// </summary>
public sealed partial class OrchestrationSignal(DurableClientHolder durable, Metrics metrics, ILogger<OrchestrationSignal> log) : IProjectSignal
{
    /// <summary>The name of the external event. Running instances wait for it, so it never changes.</summary>
    public const string EventName = "wake";

    /// <inheritdoc/>
    /// <remarks>A look costs a handful of storage requests, and no mail or call of the path is a matter of one minute.</remarks>
    public Duration Tolerance => Duration.FromMinutes(1);

    /// <inheritdoc/>
    public ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default) =>
        Try((instances, project) => instances.Signal(project, cancellation), projectId, generation, cancellation);

    /// <inheritdoc/>
    public ValueTask Start(string projectId, int generation, CancellationToken cancellation = default) =>
        Try((instances, project) => instances.StartNew(project, cancellation), projectId, generation, cancellation);

    /// <inheritdoc/>
    public ValueTask Restore(string projectId, int generation, CancellationToken cancellation = default) =>
        Try((instances, project) => instances.EnsureRunning(project, cancellation), projectId, generation, cancellation);

    async ValueTask Try(
        Func<OrchestrationInstances, OrchestrationInput, Task> act, string projectId, int generation, CancellationToken cancellation)
    {
        try
        {
            await act(new OrchestrationInstances(durable.Client, metrics), new OrchestrationInput(projectId, generation));
        }
        catch (Exception failure) when (!cancellation.Caused(failure))
        {
            LogSignalLost(projectId, failure.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Signalling the orchestration of project {ProjectId} failed ({Failure}); the watchdog starts it within minutes.")]
    partial void LogSignalLost(string projectId, string failure);
}
