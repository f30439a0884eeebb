using System.Collections.Immutable;

namespace FollowUp.Domain.Cadences;

/// <summary>A parsed cadence document: the cadence, or all that is wrong with it.</summary>
/// <param name="Cadence">Null when there is any problem.</param>
/// <param name="Problems">All problems; empty when there is a cadence.</param>
public sealed record CadenceParseResult(Cadence? Cadence, ImmutableArray<CadenceProblem> Problems);
