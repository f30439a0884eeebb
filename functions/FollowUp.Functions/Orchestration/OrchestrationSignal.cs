using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using Microsoft.Extensions.Logging;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// Signals a project's orchestration, or starts it when none runs. A failure is logged and not thrown: what was decided is already stored, and
/// the watchdog finds projects whose signal was lost.
/// </summary>
public sealed partial class OrchestrationSignal(DurableClientHolder durable, Metrics metrics, ILogger<OrchestrationSignal> log) : IProjectSignal
{
    /// <summary>The name of the external event. Running instances wait for it, so it never changes.</summary>
    public const string EventName = "wake";

    public async ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default)
    {
        try
        {
            await new OrchestrationInstances(durable.Client, metrics).EnsureRunning(new OrchestrationInput(projectId, generation), cancellation);
        }
        catch (Exception failure) when (!cancellation.Caused(failure))
        {
            LogSignalLost(projectId, failure.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Signalling the orchestration of project {ProjectId} failed ({Failure}); the watchdog starts it within minutes.")]
    partial void LogSignalLost(string projectId, string failure);
}
