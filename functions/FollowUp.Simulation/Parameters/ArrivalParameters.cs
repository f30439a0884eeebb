using System.Collections.Immutable;

namespace FollowUp.Simulation.Parameters;

/// <summary>When projects are posted, by the clock of Paris. Weights are relative: only their proportions count.</summary>
/// <param name="ByMonth">Twelve weights, from January.</param>
/// <param name="ByWeekday">Seven weights, from Monday.</param>
/// <param name="ByHour">Twenty-four weights, from midnight.</param>
public sealed record ArrivalParameters(ImmutableArray<double> ByMonth, ImmutableArray<double> ByWeekday, ImmutableArray<double> ByHour);
