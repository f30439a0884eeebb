using System.Numerics;
using System.Text.RegularExpressions;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Marks an earlier mail that follows without marks: from the header block that Outlook, Notes and web mails write, or from a line such as
/// "-----Message d'origine-----", to the end. Marked lines right after the header keep their own marks, and what follows them stays.
/// </summary>
static partial class OldMailPass
{
    /// <summary>The longest header block in lines, blank ones included.</summary>
    const int MaxBlock = 16;

    public static void Mark(ReplyLines lines)
    {
        var next = lines.FindNextWritten();
        var previous = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.IsOldMailStart(i))
            {
                lines.MarkOwn(i, lines.Count, LineKind.OldMail);
                return;
            }

            if (lines.IsBlank(i) || !lines.IsOwn(i))
            {
                continue;
            }

            if (FindEnd(lines, i, hasRuleAbove: previous >= 0 && LineShape.IsRule(lines[previous])) is { } end)
            {
                var start = previous >= 0 && lines.IsOwn(previous) && IsSeparator(lines.Shape(previous)) ? previous : i;
                if (next[end - 1] >= lines.Count || lines.Kind(next[end - 1]) != LineKind.Quoted)
                {
                    lines.MarkOwn(start, lines.Count, LineKind.OldMail);
                    return;
                }

                lines.MarkOwn(start, end, LineKind.Attribution);
                i = end - 1;
            }

            previous = i;
        }
    }

    /// <summary>Where the header of an earlier mail that begins at a line ends; null when none begins there.</summary>
    static int? FindEnd(ReplyLines lines, int at, bool hasRuleAbove) =>
        NamesEarlierMail().IsMatch(lines.Shape(at)) ? FindBlock(lines, at + 1).End : GetEnd(FindBlock(lines, at), hasRuleAbove);

    static int? GetEnd(Block block, bool hasRuleAbove)
    {
        var known = block.Roles & ~HeaderLabels.Role.Other;
        var roles = BitOperations.PopCount((uint)known);
        var isHeader = block.Labels switch
        {
            >= 3 when block.FromIsSender && block.HasDate => true,
            >= 3 when block.HasAddress => roles >= 3 || (roles >= 2 && block.HasDate),
            >= 3 => roles >= 3 && known.HasFlag(HeaderLabels.Role.From | HeaderLabels.Role.Subject)
                && (block.IsBold || hasRuleAbove || block.HasTime),
            2 => hasRuleAbove && roles == 2 && known.HasFlag(HeaderLabels.Role.From) && block.HasAddress,
            _ => false,
        };
        return isHeader ? block.End : null;
    }

    static Block FindBlock(ReplyLines lines, int start)
    {
        var block = new Block { End = start };
        var blanks = 0;
        for (var i = start; i < lines.Count && i - start < MaxBlock && lines.IsOwn(i); i++)
        {
            if (lines.IsBlank(i))
            {
                // Some programs write a blank line between the lines of the header; two end it.
                if (++blanks > 1)
                {
                    break;
                }

                continue;
            }

            if (HeaderLabels.Read(lines.Shape(i)) is { } line && (blanks == 0 || line.Role != HeaderLabels.Role.Other))
            {
                block.Add(line.Role, line.Value, lines[i]);
            }
            else if (blanks > 0 || block.Labels == 0 || !LineShape.HasAddress(lines.Shape(i)))
            {
                break;
            }

            // Else a long list of recipients goes on in the next line.
            blanks = 0;
            block.End = i + 1;
        }

        return block;
    }

    static bool IsSeparator(string shape) => shape.Length > 1 && (LineShape.IsRule(shape) || BetweenRules().IsMatch(shape));

    [GeneratedRegex(@"^[-_=*~—]{2,} ?\p{L}.{0,50}? ?[-_=*~—]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenRules();

    /// <summary>"-----Message d'origine-----" and the like, in five languages.</summary>
    [GeneratedRegex(
        @"^([-_=*~—]{2,} ?(?=.{0,60}[-_=*~—]{2,}$)"
        + @"(.{0,20}(origin|transf|réexp|forward|ursprüng|weitergeleit|reenviad|inoltrat).{0,40})"
        + @"|(Début du message (réexpédié|transféré)|Begin forwarded message|Anfang der weitergeleiteten (Nachricht|E-Mail)|"
        + @"Inicio del mensaje reenviado|Inizio (del )?messaggio inoltrato) ?:)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesEarlierMail();

    /// <summary>The lines "label : value" at a place, and what they hold.</summary>
    struct Block
    {
        /// <summary>The line after the block.</summary>
        public int End { get; set; }

        public int Labels { get; private set; }

        public HeaderLabels.Role Roles { get; private set; }

        public bool HasAddress { get; private set; }

        public bool HasDate { get; private set; }

        public bool HasTime { get; private set; }

        /// <summary>Whether the labels are bold, as programs write them: "*De :* Suivi".</summary>
        public bool IsBold { get; private set; }

        /// <summary>Whether the first value is "Name &lt;address&gt;", whatever its label is called.</summary>
        public bool FromIsSender { get; private set; }

        public void Add(HeaderLabels.Role role, string value, string line)
        {
            Labels++;
            Roles |= role;
            HasAddress |= LineShape.HasAddress(value);
            HasDate |= LineShape.HasFullDate(value);
            HasTime |= LineShape.HasFullDate(value) && LineShape.HasTime(value);
            IsBold |= line.TrimStart().StartsWith('*');
            FromIsSender |= Labels == 1 && value.EndsWith('>') && LineShape.HasAddress(value);
        }
    }
}
