namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>Marks lines that begin with ">" (RFC 3676, 4.5).</summary>
static class QuotedLinesPass
{
    public static void Mark(ReplyLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.IsOwn(i) && lines[i].AsSpan().TrimStart(" \u00a0\u200b").StartsWith(">"))
            {
                lines.Mark(i, LineKind.Quoted);
            }
        }
    }
}
