using System.Text;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>Lays text out as lines as a browser would: white space collapses, blocks begin a line, the cells of a row share one.</summary>
sealed class HtmlLineWriter
{
    readonly ReplyLines lines = new();
    readonly StringBuilder line = new();
    bool blockEnded;
    bool cellEnded;
    bool isCellStart;
    LineKind kind;

    /// <summary>What is written from now on.</summary>
    public LineKind Kind
    {
        get => kind;
        set
        {
            if (kind != value)
            {
                EndLineIfWritten();
                kind = value;
            }
        }
    }

    /// <summary>Inside an element that keeps its line breaks.</summary>
    public bool IsPreformatted { get; set; }

    /// <summary>The line that is being written, or the last one that was.</summary>
    public string LastLine
    {
        get
        {
            if (line.Length > 0)
            {
                return line.ToString();
            }

            var last = lines.Count - 1;
            while (last >= 0 && lines.IsBlank(last) && lines.Count - last < 5)
            {
                last--;
            }

            return last < 0 ? "" : lines[last];
        }
    }

    public void Write(string data)
    {
        foreach (var c in data)
        {
            // HTML collapses only these; a no-break space is a character.
            if (c is not (' ' or '\n' or '\r' or '\t' or '\f'))
            {
                Append(c);
            }
            else if (c == '\n' && IsPreformatted)
            {
                BreakLine();
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }
    }

    /// <summary>Writes the text of a picture that stands for a symbol, such as an emoji.</summary>
    public void WriteSymbol(string? alternative)
    {
        if (alternative is { Length: > 0 and <= 16 } && alternative.All(c => c > '\u2000' && !char.IsLetterOrDigit(c)))
        {
            Write(alternative);
        }
    }

    public void BreakLine()
    {
        if (blockEnded)
        {
            EndLineIfWritten();
        }

        EndLine();
    }

    public void EndBlock() => blockEnded |= line.Length > 0 && !isCellStart;

    /// <summary>The blocks of a cell begin lines, but its last block does not: the next cell follows in the same line.</summary>
    public void Cell(bool isEnd)
    {
        isCellStart = !isEnd;
        if (isEnd && line.Length > 0)
        {
            blockEnded = false;
            cellEnded = true;
        }
    }

    public void EndRow()
    {
        isCellStart = false;
        EndBlock();
    }

    public void StartOldMail()
    {
        EndLineIfWritten();
        lines.AddOldMailStart();
    }

    public ReplyLines Finish()
    {
        EndLineIfWritten();
        return lines;
    }

    void Append(char c)
    {
        if (blockEnded)
        {
            EndLineIfWritten();
        }
        else if (cellEnded && line.Length > 0 && line[^1] != ' ')
        {
            line.Append(' ');
        }

        (blockEnded, cellEnded, isCellStart) = (false, false, false);
        line.Append(c);
    }

    void EndLineIfWritten()
    {
        if (line.Length > 0)
        {
            EndLine();
        }
    }

    void EndLine()
    {
        lines.Add(line.ToString().Trim(' '), Kind);
        line.Clear();
        (blockEnded, cellEnded) = (false, false);
    }
}
