namespace FollowUp.Domain.Text;

/// <summary>
/// Text that somebody wrote: a note, a reason, a question. It may name people, so it is stored apart from the timeline, which keeps only
/// <see cref="Key"/>, a salted digest. Erasing a person removes the text and leaves the timeline intact.
/// </summary>
/// <param name="Text">What was written; null when it was stored apart and not looked up, or erased.</param>
/// <param name="Key">The key under which it is stored; null before that.</param>
public sealed record FreeText(string? Text, string? Key = null)
{
    /// <summary>The trimmed text; null when there is nothing but white space.</summary>
    public static FreeText? CreateOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : new FreeText(text.Trim());
}
