namespace FollowUp.Domain.Text;

/// <summary>
/// What Unicode calls no character can stand in JSON, in a form and in a mail all the same, and no normal form can be made of a text that
/// holds it: .NET throws.
/// </summary>
public static class WellFormedText
{
    const char Replacement = '\ufffd';

    /// <summary>Never meant to be exchanged (Unicode, 23.7).</summary>
    public static bool IsNoncharacter(char c) => c is (>= '\ufdd0' and <= '\ufdef') or '\ufffe' or '\uffff';

    /// <summary>The text, as long as before, with U+FFFD for each half of a character and each noncharacter.</summary>
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
