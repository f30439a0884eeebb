using System.Text;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>The letters and digits of a folded text, and what stands between them.</summary>
sealed class WordText
{
    readonly List<int> positions;
    readonly List<WordGap> gaps;
    readonly List<bool> edges;
    readonly List<bool> changed;

    /// <param name="capacity">The most letters that it may hold.</param>
    WordText(int capacity) => (positions, gaps, edges, changed) = (new(capacity), new(capacity), new(capacity), new(capacity));

    /// <summary>Letters and digits alone.</summary>
    public string Letters { get; private set; } = "";

    /// <summary>What stands before each letter.</summary>
    public IReadOnlyList<WordGap> Gaps => gaps;

    /// <summary>The letters and digits as they are.</summary>
    public static WordText Create(FoldedText folded) => Create(folded, (text, i) => text[i], isWord: null);

    /// <summary>The letters and digits of a folded text without an original.</summary>
    public static WordText Create(string folded) => Create(FoldedText.Create(folded));

    /// <summary>
    /// The text with digits and signs within words read as the letters that they look like: "Dur@nd", "M4rt1n". An "l" is read as an "i", as a 1 may be
    /// either. Null when it has none.
    /// </summary>
    public static WordText? CreateFromLookAlikes(FoldedText folded)
    {
        var text = folded.Text;
        var isChanged = false;
        var words = Create(
            folded,
            (_, i) => LookAlikes.ToLetter(text[i]) is { } letter && LookAlikes.IsWithinWord(text, i) ? letter : LookAlikes.Merge(text[i]),
            i => isChanged |= LookAlikes.ToLetter(text[i]) is not null && LookAlikes.IsWithinWord(text, i));
        return isChanged ? words : null;
    }

    /// <summary>Each run of a letter as one letter: "Marrrtin", and a name that is written with one letter of two.</summary>
    public WordText Collapse()
    {
        var collapsed = new WordText(Letters.Length);
        var letters = new StringBuilder(Letters.Length);
        for (var i = 0; i < Letters.Length; i++)
        {
            if (i == 0 || Letters[i] != Letters[i - 1] || gaps[i] != WordGap.None || char.IsAsciiDigit(Letters[i]))
            {
                letters.Append(Letters[i]);
                collapsed.Add(positions[i], gaps[i], edges[i], isChanged: false);
            }
        }

        collapsed.Letters = letters.ToString();
        return collapsed;
    }

    /// <summary>The part of the folded text between two indexes of <see cref="Letters"/>.</summary>
    public FoldedRange GetRange(int at, int length) => new(positions[at], positions[at + length - 1] + 1 - positions[at]);

    /// <summary>How many characters stand before a letter and after the letter before it.</summary>
    public int GetGapLength(int at) => positions[at] - positions[at - 1] - 1;

    /// <summary>Whether a letter was a digit or a sign.</summary>
    public bool IsChanged(int at) => changed[at];

    /// <summary>
    /// Whether a word begins at an index, or the text ends there. A capital after a small letter and a digit after a letter begin one: "MmeMartin75".
    /// Scripts without spaces have no beginnings: each letter is one.
    /// </summary>
    public bool IsEdge(int at) => at == 0 || at == Letters.Length || edges[at] || HasNoSpaces(Letters[at - 1]) || HasNoSpaces(Letters[at]);

    /// <summary>Whether an index is at the beginning or end of a written word.</summary>
    public bool IsWordEnd(int at) => at == 0 || at == Letters.Length || gaps[at] != WordGap.None;

    static WordText Create(FoldedText folded, Func<string, int, char> read, Func<int, bool>? isWord)
    {
        var text = folded.Text;
        var words = new WordText(text.Length);
        var letters = new StringBuilder(text.Length);
        var gap = WordGap.Break;
        for (var i = 0; i < text.Length; i++)
        {
            // The second half of a pair is a letter when the pair is one.
            var c = read(text, i);
            if (char.IsLetterOrDigit(text, char.IsLowSurrogate(text[i]) ? i - 1 : i) || c != text[i])
            {
                isWord?.Invoke(i);
                var isEdge = gap != WordGap.None || BeginsWord(folded, words.positions[^1], i);
                letters.Append(c);
                words.Add(i, gap, isEdge, c != text[i] && c != LookAlikes.Merge(text[i]));
                gap = WordGap.None;
            }
            else
            {
                gap = (WordGap)Math.Max((int)gap, (int)GetGap(text[i]));
            }
        }

        words.Letters = letters.ToString();
        return words;
    }

    /// <param name="before">The position of the letter before.</param>
    static bool BeginsWord(FoldedText folded, int before, int at)
    {
        var (first, second) = (folded.Original[folded.GetOriginalRange(before, 1).Start], folded.Original[folded.GetOriginalRange(at, 1).Start]);
        return (char.IsLower(first) && char.IsUpper(second)) || char.IsAsciiDigit(folded.Text[before]) != char.IsAsciiDigit(folded.Text[at]);
    }

    void Add(int position, WordGap gap, bool isEdge, bool isChanged)
    {
        positions.Add(position);
        gaps.Add(gap);
        edges.Add(isEdge);
        changed.Add(isChanged);
    }

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
