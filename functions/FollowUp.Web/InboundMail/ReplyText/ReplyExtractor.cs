namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Finds what the sender wrote in a reply: without the quoted mail, in whatever form the mail program quotes it, and without the signature. A
/// sequence of passes marks the lines of each text part; what none of them marks is the sender's. All passes take linear time.
/// </summary>
static class ReplyExtractor
{
    static readonly Action<ReplyLines>[] Passes =
    [
        QuotedLinesPass.Mark, AttributionPass.Mark, OldMailPass.Mark, SignaturePass.Mark, DeviceLinePass.Mark, InlineAnswerPass.Mark,
    ];

    /// <summary>The sender's text of all parts. Where the passes leave nothing of a mail, all of it is kept: a text is never lost.</summary>
    public static string Extract(IReadOnlyList<ReplyLines> parts)
    {
        foreach (var part in parts)
        {
            foreach (var mark in Passes)
            {
                mark(part);
            }
        }

        var own = Join(parts, kind => kind == LineKind.Own);
        return own.Length > 0 ? own : Join(parts, _ => true);
    }

    static string Join(IEnumerable<ReplyLines> parts, Func<LineKind, bool> isKept) =>
        string.Join("\n\n", parts.Select(part => part.Join(isKept)).Where(text => text.Length > 0));
}
