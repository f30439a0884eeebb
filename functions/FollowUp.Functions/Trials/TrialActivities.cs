using FollowUp.Application.Cadences.Trials;
using FollowUp.Web.Console.Cadences.Trials;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Functions.Trials;

/// <summary>The activities of the trial of a cadence. They may run more than once; what is stored already is not done again.</summary>
public sealed class TrialActivities(TrialWork work)
{
    /// <summary>Begins the trial and compares a sample of the open projects.</summary>
    /// <returns>How many years are to be simulated; 0 when the trial is not active any more.</returns>
    [Function(nameof(BeginTrial))]
    public async Task<int> BeginTrial([ActivityTrigger] string trialId, CancellationToken cancellation) =>
        await work.Begin(trialId, cancellation) is { } trial ? trial.Runs : 0;

    /// <summary>Simulates one year under both cadences and stores its figures.</summary>
    /// <returns>Whether the trial is still active.</returns>
    [Function(nameof(SimulateYear))]
    public Task<bool> SimulateYear([ActivityTrigger] TrialYear year, CancellationToken cancellation) => work.Simulate(year.TrialId, year.Number, cancellation);

    /// <summary>Marks the trial as failed; see <see cref="TrialState.Failed"/>.</summary>
    [Function(nameof(GiveUpTrial))]
    public Task GiveUpTrial([ActivityTrigger] string trialId, CancellationToken cancellation) => work.GiveUp(trialId, cancellation);
}
