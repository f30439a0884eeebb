using System.Collections.Immutable;

namespace FollowUp.Simulation.Parameters;

/// <summary>The result of parsing a document of parameters.</summary>
/// <param name="Parameters">Null exactly when there are problems.</param>
/// <param name="Problems">Empty when the document is valid.</param>
public sealed record PeopleParseResult(PeopleParameters? Parameters, ImmutableArray<PeopleProblem> Problems);
