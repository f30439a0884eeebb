using FollowUp.Application.Cadences.Comparisons;
using FollowUp.Application.Cadences.Trials;

namespace FollowUp.Web.Console.Cadences.Trials;

/// <summary>The steps of a trial's work. Each may be repeated: what is stored already is not done again.</summary>
public sealed class TrialWork(CadenceTrials trials, LiveComparer comparer)
{
    /// <summary>The open projects that are compared where not all of them can be read fast.</summary>
    const int EnoughProjects = 5_000;

    /// <summary>Begins the work and compares the open projects.</summary>
    /// <returns>The trial; null when there is none or it is not active any more.</returns>
    public async Task<CadenceTrial?> Begin(string id, CancellationToken cancellation = default) => await trials.Start(id, cancellation) switch
    {
        { Live: null } trial => await trials.AddLive(id, await comparer.CompareFairly(trial.After, EnoughProjects, cancellation), cancellation),
        var trial => trial,
    };

    /// <summary>Simulates one year. Nothing is done when the trial is not active any more.</summary>
    /// <param name="id">The trial.</param>
    /// <param name="number">The number of the year, from 1.</param>
    /// <param name="cancellation">Ends the simulation.</param>
    /// <returns>Whether the trial is still active.</returns>
    public async Task<bool> Simulate(string id, int number, CancellationToken cancellation = default)
    {
        if (await trials.Find(id, cancellation) is not { IsActive: true } trial) return false;
        if (trial.Done.Any(run => run.Number == number)) return true;
        var run = await Task.Run(() => TrialSimulation.Run(trial, number, cancellation), cancellation);
        return await trials.AddRun(id, run, cancellation) is { IsActive: true };
    }

    /// <summary>Gives the trial up after an error, so that its page says so.</summary>
    public Task GiveUp(string id, CancellationToken cancellation = default) => trials.End(id, TrialState.Failed, cancellation);
}
