using System.Collections.Immutable;
using FollowUp.Application.Cadences.Comparisons;
using FollowUp.Domain.Cadences;
using NodaTime;

namespace FollowUp.Application.Cadences.Trials;

/// <summary>A cadence that a manager tries before saving it: what a simulated year of new projects does under it and under the cadence in force.</summary>
public sealed record CadenceTrial
{
    /// <summary>Its random id.</summary>
    public required string Id { get; init; }

    /// <summary>How far it is.</summary>
    public TrialState State { get; init; }

    /// <summary>The cadence that was in force.</summary>
    public required Cadence Before { get; init; }

    /// <summary>The tried cadence; its number is the next one.</summary>
    public required Cadence After { get; init; }

    /// <summary>The id of the manager.</summary>
    public required string By { get; init; }

    /// <summary>When it was begun.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>When it ended, in whatever way; null before.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>How many runs there are to be.</summary>
    public required int Runs { get; init; }

    /// <summary>Projects posted in a run.</summary>
    public required int Projects { get; init; }

    /// <summary>Months over which they are posted.</summary>
    public required int Months { get; init; }

    /// <summary>The names of the simulator's metrics.</summary>
    public required ImmutableArray<string> Metrics { get; init; }

    /// <summary>The runs that are finished, in the order of their numbers; <see cref="Runs"/> is how many there are to be. The name is stored.</summary>
    public ImmutableArray<TrialRun> Done { get; init; } = [];

    /// <summary>The comparison for the open projects; null before it is made.</summary>
    public LiveComparison? Live { get; init; }

    /// <summary>The version as which the tried cadence was saved; null when it was not.</summary>
    public int? Version { get; init; }

    /// <summary>Whether it waits or runs.</summary>
    public bool IsActive => State is TrialState.Waiting or TrialState.Running;
}
