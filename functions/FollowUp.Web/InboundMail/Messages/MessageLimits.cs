namespace FollowUp.Web.InboundMail.Messages;

/// <summary>
/// Bounds what reading a message can cost, by one look at its raw bytes before anything is parsed. A message with a longer header is refused. A
/// message with more parts or headers of parts than any mail program writes is cut off there: what people write stands before.
/// </summary>
/// <remarks>
/// The look is coarser than a parser's and counts too much rather than too little: each line that begins with two dashes may separate parts, and
/// each line after it, up to a blank one, may be a header. In a returned message every line may be a header.
/// </remarks>
static class MessageLimits
{
    /// <summary>The longest header of a message in bytes. Exchange and Postfix take less.</summary>
    public const int MaxHeaderBytes = 256 * 1024;

    /// <summary>The most lines of a message's header.</summary>
    public const int MaxTopHeaderLines = 4_000;

    /// <summary>The most lines that may separate parts.</summary>
    public const int MaxSeparators = 5_000;

    /// <summary>The most lines, and bytes, that may be headers of parts.</summary>
    public const int MaxHeaderLines = 20_000;

    const int MaxPartHeaderBytes = 2 << 20;

    /// <summary>The part of the message that may be parsed; null when its header alone is too long.</summary>
    public static ReadOnlyMemory<byte>? Apply(ReadOnlyMemory<byte> raw)
    {
        var bytes = raw.Span;
        if (FindBody(bytes) is not { } body)
        {
            return null;
        }

        var (separators, headerLines, headerBytes) = (0, 0, 0);
        var (inHeader, hasMessage, onlyMessages) = (HoldsMessages(bytes[..body]), HoldsMessages(bytes[..body]), false);
        for (var at = body; at < bytes.Length;)
        {
            var line = ReadLine(bytes[at..], out var length);
            if (line.StartsWith("--"u8))
            {
                if (++separators > MaxSeparators)
                {
                    return raw[..at];
                }

                (inHeader, hasMessage) = (true, onlyMessages);
            }
            else if (inHeader)
            {
                if (++headerLines > MaxHeaderLines || (headerBytes += length) > MaxPartHeaderBytes)
                {
                    return raw[..at];
                }

                hasMessage |= HoldsMessages(line);
                onlyMessages |= Contains(line, "digest"u8);
                inHeader = line.Length > 0 || hasMessage;
            }

            at += length;
        }

        return raw;
    }

    /// <summary>Where the body begins; null when the header is too long.</summary>
    static int? FindBody(ReadOnlySpan<byte> bytes)
    {
        var lines = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var line = ReadLine(bytes[at..], out var length);
            at += length;
            if (line.Length == 0)
            {
                return at;
            }

            if (++lines > MaxTopHeaderLines || at > MaxHeaderBytes)
            {
                return null;
            }
        }

        return bytes.Length > MaxHeaderBytes ? null : bytes.Length;
    }

    /// <summary>Whether header lines announce messages inside: message/rfc822, a report, a digest.</summary>
    static bool HoldsMessages(ReadOnlySpan<byte> header) =>
        Contains(header, "message/"u8) || Contains(header, "digest"u8) || Contains(header, "/rfc822"u8);

    static bool Contains(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (var rest = text; rest.Length >= word.Length;)
        {
            var at = rest.IndexOfAny(word[0], (byte)(word[0] & 0xDF));
            if (at < 0 || rest.Length - at < word.Length)
            {
                return false;
            }

            if (System.Text.Ascii.EqualsIgnoreCase(rest.Slice(at, word.Length), word))
            {
                return true;
            }

            rest = rest[(at + 1)..];
        }

        return false;
    }

    /// <summary>The first line without its end.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <param name="length">The length with the line's end.</param>
    static ReadOnlySpan<byte> ReadLine(ReadOnlySpan<byte> bytes, out int length)
    {
        var end = bytes.IndexOf((byte)'\n');
        length = end < 0 ? bytes.Length : end + 1;
        var line = end < 0 ? bytes : bytes[..end];
        return line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
    }
}
