namespace FollowUp.Application.Masking;

/// <summary>A text of staff that a command shows to providers.</summary>
/// <param name="Text">The text.</param>
/// <param name="Question">The id of the question that it answers; null for a note, which every provider may read.</param>
/// <param name="Masking">What its author decided about personal data in it; null before they were asked.</param>
public sealed record SharedText(string Text, string? Question, SharedTextMasking? Masking)
{
    /// <summary>The id of the only provider that reads it; null where the question tells it, or where every provider may read it.</summary>
    public string? Provider { get; init; }
}
