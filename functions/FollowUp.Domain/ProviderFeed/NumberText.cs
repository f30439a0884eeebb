namespace FollowUp.Domain.ProviderFeed;

/// <summary>The digits of a folded text, and the words that stand for digits.</summary>
sealed class NumberText
{
    const int MaxGapWithinNumber = 3;

    readonly List<Token> tokens = [];
    readonly List<(string Digits, int Next)[]> readings = [];

    public NumberText(string folded)
    {
        Split(folded);
        for (var i = 0; i < tokens.Count; i++)
        {
            readings.Add([.. Read(i)]);
        }

        // A number word may stand for two digits.
        Capacity = tokens.Where((_, i) => readings[i].Length > 0).Sum(token => token.IsDigit ? 1 : 2);
    }

    /// <summary>The most digits that the text may hold.</summary>
    public int Capacity { get; }

    public int Count => tokens.Count;

    public int GetStart(int token) => tokens[token].At;

    public int GetEnd(int token) => tokens[token].At + tokens[token].Text.Length;

    /// <summary>Whether the token is a digit, which cannot be read past.</summary>
    public bool IsDigit(int token) => tokens[token].IsDigit;

    /// <summary>What digits the text at a token may be, each with the token after it.</summary>
    public IReadOnlyList<(string Digits, int Next)> GetReadings(int token) => readings[token];

    /// <summary>Words, and in words with digits each character.</summary>
    void Split(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }

            if (folded.AsSpan(i, end - i).ContainsAnyInRange('0', '9'))
            {
                tokens.AddRange(Enumerable.Range(i, end - i).Select(at => new Token(at, folded[at].ToString())));
            }
            else
            {
                tokens.Add(new Token(i, folded[i..end]));
            }

            i = end;
        }
    }

    IEnumerable<(string Digits, int Next)> Read(int first)
    {
        if (tokens[first].IsDigit)
        {
            yield return (tokens[first].Text, first + 1);
            yield break;
        }

        if (tokens[first].Text is { Length: 1 } letter && ToDigit(letter[0]) is { } digit)
        {
            yield return (digit, first + 1);
        }

        var joined = "";
        for (var i = first; i < tokens.Count && i < first + NumberWords.MaxWords && !tokens[i].IsDigit; i++)
        {
            if (i > first && tokens[i].At - GetEnd(i - 1) > MaxGapWithinNumber)
            {
                break;
            }

            joined += tokens[i].Text;
            if (NumberWords.ToDigits(joined) is { } digits)
            {
                yield return (digits, i + 1);
            }
        }
    }

    static string? ToDigit(char letter) => letter switch
    {
        'o' => "0",
        'l' or 'i' => "1",
        'z' => "2",
        's' => "5",
        'b' => "8",
        _ => null,
    };

    readonly record struct Token(int At, string Text)
    {
        public bool IsDigit => Text.Length == 1 && char.IsAsciiDigit(Text[0]);
    }
}
