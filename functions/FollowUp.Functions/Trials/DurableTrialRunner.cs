using FollowUp.Application.Cadences.Trials;
using FollowUp.Application.Ports;
using FollowUp.Functions.Orchestration;
using Microsoft.DurableTask;

namespace FollowUp.Functions.Trials;

/// <summary>Starts an orchestration for each trial of a cadence.</summary>
public sealed class DurableTrialRunner(DurableClientHolder durable, CadenceTrials trials) : ICadenceTrialRunner
{
    /// <summary>Active trials, the new one included.</summary>
    const int MaxActive = 4;

    /// <inheritdoc/>
    public async ValueTask<bool> Queue(string trialId, CancellationToken cancellation = default)
    {
        if ((await trials.List(cancellation)).Count(trial => trial.IsActive) > MaxActive) return false;
        await durable.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(CadenceTrialRun), trialId, new StartOrchestrationOptions(GetInstanceId(trialId)), cancellation);
        return true;
    }

    /// <summary>The id of the instance of a trial.</summary>
    public static string GetInstanceId(string trialId) => $"cadence-trial-{trialId}";
}
