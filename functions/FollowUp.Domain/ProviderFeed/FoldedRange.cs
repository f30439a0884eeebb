namespace FollowUp.Domain.ProviderFeed;

/// <summary>A part of a folded text.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Length">Its length, 1 or more.</param>
readonly record struct FoldedRange(int At, int Length);
