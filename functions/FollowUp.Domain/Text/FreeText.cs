namespace FollowUp.Domain.Text;

/// <summary>
/// Free text that a person wrote: a note, a reason, a question. It may name people, so it is filed apart from the timeline,
/// which keeps only <see cref="Key"/>, a salted digest: erasing a person removes the text and leaves the timeline whole.
/// </summary>
/// <param name="Text">What was written; null once filed and not looked up, or once erased.</param>
/// <param name="Key">Where it is filed; null until it is.</param>
public sealed record FreeText(string? Text, string? Key = null)
{
    public static FreeText? CreateOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : new FreeText(text.Trim());
}
