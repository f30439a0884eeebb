namespace FollowUp.Application.Privacy;

/// <summary>A free text of the timeline, stored apart from it.</summary>
/// <param name="Key">The key that the timeline has in place of the text.</param>
/// <param name="Text">The text.</param>
public sealed record PersonalText(string Key, string Text);
