using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Text;

/// <summary>
/// Folds text for comparison, so that spellings of the same word are equal: case, accents, ligatures, compatibility forms (NFKC, UAX #15),
/// apostrophes, hyphens, spaces, digits of other scripts, invisible characters, the Turkish i, and letters of other alphabets that look like
/// Latin ones (UTS #39). A folded text is for comparison alone; it is never shown. Culture-independent. Linear in the length of the text.
/// </summary>
public static class TextFold
{
    static readonly SearchValues<char> DigraphLetters = SearchValues.Create("äöüåøÄÖÜÅØ");

    /// <summary>What is folded before its compatibility decomposition, which would take it apart.</summary>
    static readonly FrozenDictionary<char, char> Punctuation = Pairs("'", "’‘‛‚ʼʻʽʾʿˈʹ′´`ˋ＇ꞌ՚׳")
        .Concat(Pairs("-", "‐‑‒–—―−⁃﹘﹣－⸺⸻⹀・᠆־"))
        .Concat(Pairs(" ", "\u2800\u180e"))
        .Concat(Pairs("\n", "\r\u0085\u2028\u2029"))
        .ToFrozenDictionary();

    /// <summary>Lower-case letters that Unicode decomposition leaves whole: ligatures, letters with a stroke, and look-alikes.</summary>
    static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['œ'] = "oe", ['æ'] = "ae", ['ß'] = "ss", ['þ'] = "th", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['ħ'] = "h", ['ŧ'] = "t", ['ŋ'] = "n",
        ['ƒ'] = "f", ['ƀ'] = "b", ['ɨ'] = "i", ['ʉ'] = "u", ['ƶ'] = "z", ['ı'] = "i", ['ȷ'] = "j", ['ə'] = "e", ['ǝ'] = "e", ['ɑ'] = "a", ['ɡ'] = "g", ['ɩ'] = "i",
    }
        .Concat(LookAlikes("авеѕіјкмнорстухԁԛԝһӏү", "abesijkmhopctyxdqwhly"))
        .Concat(LookAlikes("αβεζηικμνορτυχς", "abezhikmnoptyxσ"))
        .Concat(LookAlikes("օհոսյ", "ohnuj"))
        .Concat(LookAlikes("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"))
        .ToFrozenDictionary();

    /// <summary>The folded text: "Élodie d’Œuvrard" becomes "elodie d'oeuvrard".</summary>
    public static string Fold(string text) => FoldedText.Create(text).Text;

    /// <summary>Only the letters and digits of the folded text: "L’Hermine S.A." becomes "lherminesa".</summary>
    public static string FoldToWord(string text) => string.Concat(Fold(text).EnumerateRunes().Where(Rune.IsLetterOrDigit));

    /// <summary>Whether people would say that both are the same words: equal but for case, accents, spaces and punctuation.</summary>
    public static bool AreSame(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return false;
        }

        var (first, second) = (FoldToWord(one), FoldToWord(other));
        return first.Length == 0 && second.Length == 0
            ? string.Equals(one.Trim(), other.Trim(), StringComparison.Ordinal)
            : string.Equals(first, second, StringComparison.Ordinal);
    }

    /// <summary>
    /// The text with the letters that German and the northern languages also write as two: "Müller" becomes "Mueller", "Sjöberg" "Sjoeberg".
    /// Null when it has none.
    /// </summary>
    public static string? WithDigraphs(string text)
    {
        var composed = text.ToWellFormed().LimitMarks().Normalize();
        return composed.AsSpan().IndexOfAny(DigraphLetters) < 0
            ? null
            : string.Concat(composed.Select(c => c switch
            {
                'ä' or 'Ä' => "ae",
                'ö' or 'Ö' or 'ø' or 'Ø' => "oe",
                'ü' or 'Ü' => "ue",
                'å' or 'Å' => "aa",
                _ => c.ToString(),
            }));
    }

    /// <summary>Whether a reader does not see the character: format characters, fillers and controls other than tabs and line ends.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value is 0x115f or 0x1160 or 0x3164 or 0xffa0 or 0x0640 or 0x00ad
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse
        || (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r' or 0x85));

    /// <summary>Appends the folded form of one character; nothing for a character that folds away.</summary>
    internal static void AppendFolded(Rune rune, StringBuilder folded)
    {
        if (rune.IsBmp && Punctuation.TryGetValue((char)rune.Value, out var sign))
        {
            folded.Append(sign);
        }
        else if (rune.IsAscii)
        {
            if (!IsInvisible(rune))
            {
                folded.Append(char.ToLowerInvariant((char)rune.Value));
            }
        }
        else if (!IsInvisible(rune))
        {
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            {
                AppendPart(part, folded);
            }
        }
    }

    /// <param name="part">A character of a compatibility decomposition.</param>
    static void AppendPart(Rune part, StringBuilder folded)
    {
        if (IsInvisible(part))
        {
            return;
        }

        var lower = Rune.ToLowerInvariant(part);
        if (lower.IsBmp && (Letters.TryGetValue((char)lower.Value, out var letters) || TryGetSign((char)lower.Value, out letters)))
        {
            folded.Append(letters);
            return;
        }

        switch (Rune.GetUnicodeCategory(lower))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                break;
            case UnicodeCategory.SpaceSeparator:
                folded.Append(' ');
                break;
            case UnicodeCategory.DecimalDigitNumber:
                folded.Append((char)('0' + (int)Rune.GetNumericValue(lower)));
                break;
            default:
                folded.Append(lower.ToString());
                break;
        }
    }

    static bool TryGetSign(char c, out string sign)
    {
        var found = Punctuation.TryGetValue(c, out var folded);
        sign = found ? folded.ToString() : "";
        return found;
    }

    static IEnumerable<KeyValuePair<char, char>> Pairs(string folded, string from) => from.Select(c => KeyValuePair.Create(c, folded[0]));

    static IEnumerable<KeyValuePair<char, string>> LookAlikes(string from, string to) =>
        from.Zip(to).Select(pair => KeyValuePair.Create(pair.First, pair.Second.ToString()));
}
