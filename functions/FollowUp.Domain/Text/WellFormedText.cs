namespace FollowUp.Domain.Text;

/// <summary>
/// Replaces what Unicode does not count as a character. JSON, forms and mails may hold it, and <see cref="string.Normalize()"/> throws on it.
/// </summary>
public static class WellFormedText
{
    const char Replacement = '\ufffd';

    /// <summary>Whether Unicode reserves the code point for internal use (The Unicode Standard, 23.7).</summary>
    public static bool IsNoncharacter(char c) => c is (>= '\ufdd0' and <= '\ufdef') or '\ufffe' or '\uffff';

    /// <summary>The text with U+FFFD for each unpaired surrogate and each noncharacter. The length stays the same.</summary>
    public static string ToWellFormed(this string text) => text.AsSpan().IndexOfAnyInRange('\ud800', '\uffff') < 0
        ? text
        : string.Create(text.Length, text, static (formed, given) =>
        {
            for (var i = 0; i < given.Length; i++)
            {
                var pair = char.IsHighSurrogate(given[i]) && i + 1 < given.Length && char.IsLowSurrogate(given[i + 1]);
                formed[i] = pair || !(char.IsSurrogate(given[i]) || IsNoncharacter(given[i])) ? given[i] : Replacement;
                if (pair)
                {
                    formed[++i] = given[i];
                }
            }
        });
}
