using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// Wakes a project's orchestration, or sets it going when there is none. The truth is in the table, so a wake that is lost costs time only,
/// and one that cannot be raised must never undo what was already decided: it is logged, and the watchdog covers it.
/// </summary>
public sealed partial class OrchestrationSignal(DurableClientHolder durable, Metrics metrics, ILogger<OrchestrationSignal> log) : IProjectSignal
{
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

    [LoggerMessage(LogLevel.Warning, "The wake of project {ProjectId} was lost ({Failure}); the watchdog will find it.")]
    partial void LogSignalLost(string projectId, string failure);
}

/// <summary>The client that the function under way was bound to. One a scope: the functions fill it, endpoints and activities use it.</summary>
public sealed class DurableClientHolder
{
    DurableTaskClient? client;

    public DurableTaskClient Client
    {
        get => client ?? throw new InvalidOperationException("No function has filled the durable client in yet.");
        set => client = value;
    }
}
