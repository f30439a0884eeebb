using FollowUp.Domain.Text;

namespace FollowUp.Domain.Cadences;

/// <summary>A broken rule of a cadence document.</summary>
/// <param name="Path">Where in the document, as <c>company.validation.mailAfter[1]</c>; empty for the document as a whole.</param>
/// <param name="Rule">The broken rule in a sentence.</param>
public sealed record CadenceProblem(string Path, LocalizedText Rule);
