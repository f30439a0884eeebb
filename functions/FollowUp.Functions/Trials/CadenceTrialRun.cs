using FollowUp.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Functions.Trials;

/// <summary>
/// The orchestration of the trial of a cadence: one activity a simulated year, a few at once. The finished years are in the store, so an instance may be
/// restarted at any moment. A stopped trial ends with the years that have begun.
/// </summary>
public static class CadenceTrialRun
{
    /// <summary>Years that are simulated at once: the projects of the department need the workers too.</summary>
    public const int MaxConcurrentYears = 2;

    [Function(nameof(CadenceTrialRun))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, string trialId)
    {
        try
        {
            var years = await context.CallActivityAsync<int>(nameof(TrialActivities.BeginTrial), trialId, Activities.RetryOptions);
            foreach (var numbers in Enumerable.Range(1, years).Chunk(MaxConcurrentYears))
            {
                var active = await Task.WhenAll(numbers.Select(number => context.CallActivityAsync<bool>(
                    nameof(TrialActivities.SimulateYear), new TrialYear(trialId, number), Activities.RetryOptions)));
                if (active.Contains(false)) return;
            }
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync(nameof(TrialActivities.GiveUpTrial), trialId, Activities.RetryOptions);
        }
    }
}
