using System.Diagnostics;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Cadences.Trials;

/// <summary>The states of a trial in words.</summary>
static class TrialText
{
    public static LocalizedText Name(TrialState state) => state switch
    {
        TrialState.Waiting => new("En attente", "Waiting"),
        TrialState.Running => new("Simulation en cours", "Simulation under way"),
        TrialState.Finished => new("Simulation terminée", "Simulation finished"),
        TrialState.Cancelled => new("Simulation arrêtée", "Simulation stopped"),
        TrialState.Failed => new("La simulation a échoué", "The simulation failed"),
        _ => throw new UnreachableException($"No rule for {state}."),
    };

    /// <summary>"3 années simulées sur 10".</summary>
    public static LocalizedText Progress(CadenceTrial trial) => trial.Done.Length <= 1
        ? new($"{trial.Done.Length} année simulée sur {trial.Runs}", $"{trial.Done.Length} of {trial.Runs} years simulated")
        : new($"{trial.Done.Length} années simulées sur {trial.Runs}", $"{trial.Done.Length} of {trial.Runs} years simulated");
}
