using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Text;

/// <summary>
/// Replaces what Unicode does not count as a character. JSON, forms and mails may hold it, and <see cref="string.Normalize()"/> throws on it.
/// </summary>
public static class WellFormedText
{
    const char Replacement = '\ufffd';
    const int MaxMarks = 30;

    /// <summary>Whether Unicode reserves the code point for internal use (The Unicode Standard, 23.7).</summary>
    public static bool IsNoncharacter(char c) => c is (>= '\ufdd0' and <= '\ufdef') or '\ufffe' or '\uffff';

    /// <summary>
    /// The text with at most thirty combining marks in a row, as in the Stream-Safe Text Format (UAX #15, 13). More occur in no language, and
    /// normalizing them takes quadratic time.
    /// </summary>
    public static string LimitMarks(this string text)
    {
        StringBuilder? limited = null;
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            marks = IsMark(text, i) ? marks + 1 : 0;
            if (marks > MaxMarks)
            {
                limited ??= new StringBuilder(text, 0, i, text.Length);
            }
            else
            {
                limited?.Append(text, i, length);
            }

            i += length - 1;
        }

        return limited?.ToString() ?? text;
    }

    // Below U+0300 there are none.
    static bool IsMark(string text, int at) => text[at] >= '\u0300'
        && CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

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
