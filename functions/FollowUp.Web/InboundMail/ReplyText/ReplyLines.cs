namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>The lines of one text part. Each pass of <see cref="ReplyExtractor"/> marks some of them.</summary>
sealed class ReplyLines
{
    /// <summary>The most lines that are read; no one writes more by hand.</summary>
    const int MaxLines = 10_000;

    readonly List<string> texts = [];
    readonly List<string> shapes = [];
    readonly List<LineKind> kinds = [];
    readonly HashSet<int> oldMailStarts = [];

    public int Count => texts.Count;

    /// <summary>The line as it was written.</summary>
    public string this[int at] => texts[at];

    /// <summary>The line with plain spaces and apostrophes and without marks of bold text; empty for a very long line.</summary>
    public string Shape(int at) => shapes[at];

    public LineKind Kind(int at) => kinds[at];

    public bool IsBlank(int at) => texts[at].Length == 0;

    public bool IsOwn(int at) => kinds[at] == LineKind.Own;

    /// <summary>Whether the HTML says that an earlier mail begins with this line.</summary>
    public bool IsOldMailStart(int at) => oldMailStarts.Contains(at);

    public bool HasOldMailStart => oldMailStarts.Count > 0;

    /// <summary>Adds a line. Of many blank lines in a row two are kept.</summary>
    public void Add(string text, LineKind kind = LineKind.Own)
    {
        var isBlank = string.IsNullOrWhiteSpace(text);
        if (Count == MaxLines || (isBlank && Count > 1 && texts[^1].Length == 0 && texts[^2].Length == 0))
        {
            return;
        }

        texts.Add(isBlank ? "" : text.TrimEnd());
        shapes.Add(isBlank ? "" : LineShape.Of(text));
        kinds.Add(kind);
    }

    /// <summary>The next line to be added begins an earlier mail.</summary>
    public void AddOldMailStart() => oldMailStarts.Add(texts.Count);

    public void Mark(int at, LineKind kind) => kinds[at] = kind;

    /// <summary>Marks the lines of a range that are not marked yet.</summary>
    public void MarkOwn(int from, int until, LineKind kind)
    {
        for (var i = from; i < until; i++)
        {
            if (kinds[i] == LineKind.Own)
            {
                kinds[i] = kind;
            }
        }
    }

    /// <summary>For each line the number of the first line after it that is not blank; <see cref="Count"/> where there is none.</summary>
    public int[] FindNextWritten()
    {
        var next = new int[Count];
        var written = Count;
        for (var i = Count - 1; i >= 0; i--)
        {
            next[i] = written;
            written = IsBlank(i) ? written : i;
        }

        return next;
    }

    /// <summary>The lines of some kinds as a text: no blank lines around it, one at most between two lines.</summary>
    public string Join(Func<LineKind, bool> isKept)
    {
        var kept = new List<string>();
        for (var i = 0; i < Count; i++)
        {
            if (isKept(kinds[i]) && !(IsBlank(i) && (kept.Count == 0 || kept[^1].Length == 0)))
            {
                kept.Add(IsBlank(i) ? "" : texts[i]);
            }
        }

        while (kept.Count > 0 && LineShape.IsRule(kept[^1]))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return string.Join('\n', kept).Trim();
    }
}
