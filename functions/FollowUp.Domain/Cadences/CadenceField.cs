using FollowUp.Domain.Text;

namespace FollowUp.Domain.Cadences;

/// <summary>A field of a cadence table, as the form and the history of the cadence name it.</summary>
/// <param name="Path">Its path inside its table, as <c>validation.gaps</c>.</param>
/// <param name="Kind">The shape of its value in the document.</param>
/// <param name="Label">Its name, in lower case.</param>
/// <param name="Hint">Unit and meaning, in a sentence.</param>
/// <param name="Format">Its value in words, in one language.</param>
public sealed record CadenceField(string Path, CadenceFieldKind Kind, LocalizedText Label, LocalizedText Hint, Func<CadenceTable, Language, string> Format);
