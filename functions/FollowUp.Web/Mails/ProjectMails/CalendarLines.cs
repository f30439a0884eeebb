using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ical.Net.Serialization;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Folds the lines of an iCalendar text at 75 octets of UTF-8 (RFC 5545, 3.1), never within a character or an emoji of several.</summary>
static class CalendarLines
{
    const int MaxOctets = 75;
    const string LineEnd = "\r\n";

    public static string Serialize(Ical.Net.Calendar calendar) =>
        Fold(new CalendarSerializer().SerializeToString(calendar) ?? throw new UnreachableException("The serializer returns text for a calendar."));

    /// <summary>The serializer counts characters and may fold between the halves of one, so its folding is undone first.</summary>
    public static string Fold(string calendar)
    {
        var folded = new StringBuilder(calendar.Length);
        var unfolded = calendar.ReplaceLineEndings(LineEnd).Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal);
        foreach (var line in unfolded.Split(LineEnd, StringSplitOptions.RemoveEmptyEntries))
        {
            AppendFolded(line, folded);
            folded.Append(LineEnd);
        }

        return folded.ToString();
    }

    static void AppendFolded(string line, StringBuilder folded)
    {
        var octets = 0;
        for (var at = 0; at < line.Length;)
        {
            var length = GetCharacterLength(line.AsSpan(at));
            var size = Encoding.UTF8.GetByteCount(line.AsSpan(at, length));
            if (octets + size > MaxOctets)
            {
                // The space that begins the next line is one of its octets.
                folded.Append(LineEnd).Append(' ');
                octets = 1;
            }

            folded.Append(line, at, length);
            octets += size;
            at += length;
        }
    }

    /// <summary>The length of what a reader sees as one character; of its first code point when it is longer than a line.</summary>
    static int GetCharacterLength(ReadOnlySpan<char> text)
    {
        var length = StringInfo.GetNextTextElementLength(text);
        if (Encoding.UTF8.GetByteCount(text[..length]) < MaxOctets)
        {
            return length;
        }

        _ = Rune.DecodeFromUtf16(text, out _, out var consumed);
        return consumed;
    }
}
