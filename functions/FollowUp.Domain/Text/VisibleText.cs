using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Text;

/// <summary>
/// Removes characters that readers do not see and that change what they see around them (UTS #55, "Trojan Source"): controls of the writing
/// direction, zero-width spaces, fillers and tags. They come with pasted text, or hide that a name is another name.
/// </summary>
public static class VisibleText
{
    const char ZeroWidthNonJoiner = '\u200c';
    const char ZeroWidthJoiner = '\u200d';

    /// <summary>The first character of the scripts that need joiners (Arabic). Emoji, which are joined too, follow it as well.</summary>
    const char FirstJoined = '\u0600';

    /// <summary>The text without invisible characters. Joiners stay within the scripts and emoji that need them.</summary>
    public static string RemoveInvisible(this string text)
    {
        if (!text.Any(MayBeInvisible))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (!IsInvisible(text, i, pair))
            {
                visible.Append(text, i, pair ? 2 : 1);
            }

            i += pair ? 1 : 0;
        }

        return visible.ToString();
    }

    /// <summary>Whether a reader sees nothing of the text.</summary>
    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(text.RemoveInvisible().Replace('\u2800', ' '));

    static bool MayBeInvisible(char c) => c is '\u00ad' or (>= '\u061c' and <= '\u206f' and not (>= '\u2010' and <= '\u2027')) or >= '\u3164';

    static bool IsInvisible(string text, int at, bool pair) => text[at] switch
    {
        _ when pair => char.ConvertToUtf32(text, at) is (>= 0xe0000 and <= 0xe007f) or (>= 0x1d173 and <= 0x1d17a),
        ZeroWidthJoiner or ZeroWidthNonJoiner => at == 0 || at + 1 == text.Length || text[at - 1] < FirstJoined || text[at + 1] < FirstJoined,
        '\u115f' or '\u1160' or '\u3164' or '\uffa0' => true,
        >= '\ufff9' and <= '\ufffb' => true,
        var c => char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not (>= '\u0600' and <= '\u0605') and not ('\u06dd' or '\u070f' or '\u08e2'),
    };
}
