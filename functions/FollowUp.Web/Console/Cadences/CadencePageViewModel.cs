using System.Collections.Immutable;
using FollowUp.Application.Cadences.Comparisons;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.Cadences;

/// <summary>The page of the cadence.</summary>
public sealed record CadencePageViewModel
{
    public required ConsoleVisit Visit { get; init; }

    /// <summary>All versions, oldest first.</summary>
    public required ImmutableArray<CadenceRevision> Revisions { get; init; }

    /// <summary>The values of the form.</summary>
    public required FormEcho Echo { get; init; }

    /// <summary>The JSON document of what the form shows, or what was pasted.</summary>
    public required string Document { get; init; }

    /// <summary>What the form changes against the newest version; default when it was not compared.</summary>
    public ImmutableArray<CadenceDifference> Differences { get; init; }

    /// <summary>What the form would change for the open projects; null when it was not compared.</summary>
    public LiveComparison? Live { get; init; }

    /// <summary>All trials, oldest first.</summary>
    public ImmutableArray<CadenceTrial> Trials { get; init; } = [];

    /// <summary>What was done just now; null for nothing.</summary>
    public LocalizedText? Done { get; init; }

    /// <summary>Trials that wait or run.</summary>
    public IEnumerable<CadenceTrial> ActiveTrials => Trials.Where(trial => trial.IsActive);

    /// <summary>The newest trial that is kept with a version; null when there is none.</summary>
    public CadenceTrial? FindTrial(CadenceRevision revision) => Trials.LastOrDefault(trial => trial.Version == revision.Cadence.Version);

    public CadenceRevision Current => Revisions[^1];
}
