using System.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>The letters and digits of a folded text, and what stood between them.</summary>
sealed class WordText
{
    readonly List<int> positions = [];
    readonly List<WordGap> gaps = [];

    public WordText(string folded)
    {
        var letters = new StringBuilder(folded.Length);
        var gap = WordGap.Break;
        for (var i = 0; i < folded.Length; i++)
        {
            // The second half of a pair is a letter when the pair is one.
            if (char.IsLetterOrDigit(folded, char.IsLowSurrogate(folded[i]) ? i - 1 : i))
            {
                letters.Append(folded[i]);
                positions.Add(i);
                gaps.Add(gap);
                gap = WordGap.None;
            }
            else
            {
                gap = (WordGap)Math.Max((int)gap, (int)GetGap(folded[i]));
            }
        }

        Letters = letters.ToString();
    }

    /// <summary>Letters and digits alone.</summary>
    public string Letters { get; }

    /// <summary>What stands before each letter.</summary>
    public IReadOnlyList<WordGap> Gaps => gaps;

    /// <summary>The part of the folded text between two indexes of <see cref="Letters"/>.</summary>
    public FoldedRange GetRange(int at, int length) => new(positions[at], positions[at + length - 1] + 1 - positions[at]);

    /// <summary>Whether a word begins at an index, or the text ends there. Scripts without spaces have no beginnings: each letter is one.</summary>
    public bool IsEdge(int at) =>
        at == 0 || at == Letters.Length || gaps[at] != WordGap.None || HasNoSpaces(Letters[at - 1]) || HasNoSpaces(Letters[at]);

    static WordGap GetGap(char sign) => sign switch
    {
        '\'' or '-' or '.' or '_' or '\u00b7' => WordGap.Narrow,
        ' ' or '\n' or '\t' or '&' or '+' or '/' or '"' => WordGap.Space,
        _ => WordGap.Break,
    };

    /// <summary>Whether the letter is of a script that is written without spaces between words, or with particles joined to them.</summary>
    static bool HasNoSpaces(char c) => c is (>= '\u0e00' and <= '\u0eff') or (>= '\u1000' and <= '\u11ff') or (>= '\u1780' and <= '\u17ff')
        or (>= '\u2e80' and <= '\u9fff') or (>= '\ua960' and <= '\ua97f') or (>= '\uac00' and <= '\ud7ff') or (>= '\uf900' and <= '\ufaff');
}
