using FollowUp.Domain.Text;

namespace FollowUp.Simulation.Parameters;

/// <summary>A fault of a document of parameters.</summary>
/// <param name="Path">Where, such as <c>phone.byHour</c>; empty for the document as a whole.</param>
/// <param name="Text">What is wrong, as a sentence.</param>
public sealed record PeopleProblem(string Path, LocalizedText Text);
