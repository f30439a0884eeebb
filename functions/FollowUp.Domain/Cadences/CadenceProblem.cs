using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Cadences;

/// <summary>What is wrong with a cadence document, and where.</summary>
/// <param name="Path">Where in the document, as <c>company.validation.mailAfter[1]</c>; empty for the document as a whole.</param>
/// <param name="Rule">The rule that is broken, in a sentence.</param>
public sealed record CadenceProblem(string Path, LocalizedText Rule);

/// <summary>A document as read: the cadence, or everything that is wrong with it.</summary>
/// <param name="Cadence">Null when there is any problem.</param>
public sealed record CadenceParseResult(Cadence? Cadence, ImmutableArray<CadenceProblem> Problems);
