using System.Text;
using MimeKit;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>The lines of a plain text part.</summary>
static class PlainTextLines
{
    /// <param name="text">A readable text (<see cref="ReadableText"/>).</param>
    /// <param name="type">Its type, which says whether lines are to be joined (format=flowed, RFC 3676).</param>
    public static ReplyLines Read(string text, ContentType? type = null)
    {
        var isFlowed = string.Equals(type?.Format?.Trim(), "flowed", StringComparison.OrdinalIgnoreCase);
        var deletesSpace = string.Equals(type?.Parameters["delsp"]?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
        var lines = new ReplyLines();
        var paragraph = new StringBuilder();
        foreach (var written in text.Split('\n'))
        {
            // A flowed line that begins with a space, "From " or ">" got a space in front.
            var line = isFlowed && written.StartsWith(' ') ? written[1..] : written;
            if (isFlowed && line.EndsWith(' ') && line is not "-- " && !line.StartsWith('>') && paragraph.Length < 10_000)
            {
                paragraph.Append(line, 0, deletesSpace ? line.Length - 1 : line.Length);
                continue;
            }

            if (paragraph.Length > 0 && (line.StartsWith('>') || line is "-- "))
            {
                lines.Add(paragraph.ToString());
                paragraph.Clear();
            }

            lines.Add(paragraph.Length == 0 ? line : paragraph.Append(line).ToString());
            paragraph.Clear();
        }

        if (paragraph.Length > 0)
        {
            lines.Add(paragraph.ToString());
        }

        return lines;
    }
}
