namespace FollowUp.Domain.ProviderFeed;

/// <summary>A part of a folded text that is hidden from providers.</summary>
readonly record struct MaskedRange(FoldedRange Range, PersonalDataKind Kind);
