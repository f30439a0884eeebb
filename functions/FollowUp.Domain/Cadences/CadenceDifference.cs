using FollowUp.Domain.Text;

namespace FollowUp.Domain.Cadences;

/// <summary>One field that two cadences do not share.</summary>
/// <param name="Path">Its path in the document, as <c>company.relaunch.delays</c>.</param>
/// <param name="Sentence">The new value and the old one, in a sentence.</param>
public sealed record CadenceDifference(string Path, LocalizedText Sentence);
