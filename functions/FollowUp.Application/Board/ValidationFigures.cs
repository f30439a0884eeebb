using System.Collections.Immutable;

namespace FollowUp.Application.Board;

/// <summary>Phone validations that ended.</summary>
/// <param name="Ended">How many.</param>
/// <param name="Reached">Those whose client was reached by phone.</param>
/// <param name="Validated">Those that were validated.</param>
/// <param name="NotValidated">The others, by reason in kebab-case.</param>
public sealed record ValidationFigures(int Ended, int Reached, int Validated, ImmutableSortedDictionary<string, int> NotValidated);
