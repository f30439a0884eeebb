using System.Collections.Immutable;

namespace FollowUp.Application.Cadences.Trials;

/// <summary>The figures of one simulated year with one set of invented people, under both cadences.</summary>
/// <param name="Number">The number of the run from 1, which is the seed of its people.</param>
/// <param name="Before">The values under the cadence in force, in the order of <see cref="CadenceTrial.Metrics"/>; null where a run has none.</param>
/// <param name="After">The same under the tried cadence.</param>
public sealed record TrialRun(int Number, ImmutableArray<double?> Before, ImmutableArray<double?> After);
