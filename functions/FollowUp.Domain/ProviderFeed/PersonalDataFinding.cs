namespace FollowUp.Domain.ProviderFeed;

/// <summary>A part of a text that providers may not read.</summary>
/// <param name="Text">The part as it is written.</param>
/// <param name="Kind">What it is.</param>
public sealed record PersonalDataFinding(string Text, PersonalDataKind Kind);
