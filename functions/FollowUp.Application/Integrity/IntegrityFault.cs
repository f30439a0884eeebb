using FollowUp.Domain.Text;

namespace FollowUp.Application.Integrity;

/// <summary>Something in a store that is not as the program wrote it.</summary>
/// <param name="Code">
/// Which kind, in kebab-case: <c>chain</c>, <c>end-missing</c>, <c>head</c>, <c>signature</c>, <c>column</c>, <c>state</c>, <c>text</c>,
/// <c>unreadable</c>, <c>audit</c> or <c>anchor</c>.
/// </param>
/// <param name="Entry">The number of the timeline entry; null when it is about none.</param>
/// <param name="Sentence">What was found, without a full stop.</param>
public sealed record IntegrityFault(string Code, long? Entry, LocalizedText Sentence);
