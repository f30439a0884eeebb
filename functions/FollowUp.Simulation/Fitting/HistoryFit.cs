using System.Collections.Immutable;
using FollowUp.Simulation.Parameters;

namespace FollowUp.Simulation.Fitting;

/// <summary>The parameters that a history gives.</summary>
/// <param name="Parameters">The defaults, with the estimates in their place where there are enough observations. The sources say which.</param>
/// <param name="Estimates">All estimates.</param>
/// <param name="Projects">The projects of the history.</param>
public sealed record HistoryFit(PeopleParameters Parameters, ImmutableArray<Estimate> Estimates, long Projects);
