using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.IO;
using MimeKit.IO.Filters;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>Reads the text of a mail: all its text parts that are no attachment, and of alternatives the one that people read.</summary>
sealed partial class MailTextReader
{
    /// <summary>The longest text in bytes that is read of a part, and of all parts; no one writes more by hand.</summary>
    const int MaxPartBytes = 512 * 1024;

    const int MaxTextParts = 20;

    /// <summary>The longest placeholder of an HTML mail: "This mail is in HTML."</summary>
    const int MaxPlaceholder = 300;

    int parts = MaxTextParts;
    int bytesLeft = 2 * MaxPartBytes;

    public static string Read(MimeEntity? body)
    {
        var reader = new MailTextReader();
        return Read(body, reader)
            ?? (OutlookText.Find(body) is { } unpacked ? Read(unpacked, reader) : null)
            ?? ReplyExtractor.Extract([.. BrokenMultipart.FindTexts(body).Select(text => PlainTextLines.Read(ReadableText.Clean(text)))]);
    }

    /// <returns>Null without text.</returns>
    static string? Read(MimeEntity? body, MailTextReader reader)
    {
        var words = ReplyExtractor.Extract(reader.Collect(body, includeNamed: false));
        words = words.Length > 0 ? words : ReplyExtractor.Extract(reader.Collect(body, includeNamed: true));
        return words.Length > 0 ? words : null;
    }

    List<ReplyLines> Collect(MimeEntity? entity, bool includeNamed)
    {
        switch (entity)
        {
            case MultipartAlternative alternatives:
                return Choose(alternatives, includeNamed);
            case Multipart multipart:
                var all = new List<ReplyLines>();
                foreach (var child in multipart)
                {
                    all.AddRange(Collect(child, includeNamed));
                }

                return all;
            case TextPart text when parts > 0 && bytesLeft > 0
                && (includeNamed ? !text.IsAttachment && IsForPeople(text) : (text.IsPlain || text.IsHtml) && !AttachmentCounter.IsAttached(text)):
                parts--;
                return [ReadPart(text)];
            case MimePart { Content: { } content } other when includeNamed && parts > 0 && bytesLeft > 0 && UntypedPart.Is(other):
                parts--;
                return [ReadPart(new TextPart("plain") { Content = content })];
            default:
                return [];
        }
    }

    /// <summary>The plain text where there is one, otherwise the alternative with the most to say: the last.</summary>
    List<ReplyLines> Choose(MultipartAlternative alternatives, bool includeNamed)
    {
        List<ReplyLines>? plain = null, rich = null;
        foreach (var child in alternatives)
        {
            var read = Collect(child, includeNamed);
            if (read.Count > 0 && child is TextPart { IsPlain: true })
            {
                plain ??= read;
            }
            else if (read.Count > 0)
            {
                rich = read;
            }
        }

        return plain is null || (rich is not null && IsPlaceholder(plain)) ? rich ?? [] : plain;
    }

    /// <summary>Whether the plain text is blank, or only says that the mail is HTML.</summary>
    static bool IsPlaceholder(List<ReplyLines> plain)
    {
        var text = string.Join('\n', plain.Select(part => part.Join(_ => true)));
        return text.Length == 0 || (text.Length <= MaxPlaceholder && Placeholder().IsMatch(text));
    }

    /// <summary>Text of any kind that people read as it is, such as Markdown; not RTF, nor what programs exchange.</summary>
    static bool IsForPeople(TextPart text) => !text.IsRichText && !AttachmentCounter.IsTechnical(text);

    ReplyLines ReadPart(TextPart part)
    {
        var text = Decode(part);
        return part.IsHtml || part.IsEnriched ? HtmlTextLines.Read(text) : PlainTextLines.Read(text, part.ContentType);
    }

    string Decode(TextPart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        var bytes = new byte[Math.Min(MaxPartBytes, bytesLeft)];
        using var content = Open(part.Content);
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        bytesLeft -= length;
        var read = bytes.AsSpan(0, length);
        var charset = part.ContentType.Charset ?? (part.IsHtml ? FindCharset(read) : null);
        return ReadableText.Clean(TextCharset.Decode(read, charset, isCut: length == bytes.Length));
    }

    /// <summary>Opens the decoded text. White space that servers leave after a soft line break does not count (RFC 2045, 6.7).</summary>
    static Stream Open(IMimeContent content)
    {
        if (content is not { Encoding: ContentEncoding.QuotedPrintable, Stream: { } encoded })
        {
            return content.Open();
        }

        encoded.Position = 0;
        var filtered = new FilteredStream(encoded);
        filtered.Add(new TrailingWhitespaceFilter());
        filtered.Add(DecoderFilter.Create(content.Encoding));
        return filtered;
    }

    /// <summary>The character set that the HTML names itself.</summary>
    static string? FindCharset(ReadOnlySpan<byte> html) =>
        MetaCharset().Match(System.Text.Encoding.Latin1.GetString(html[..Math.Min(html.Length, 4096)])) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    [GeneratedRegex(@"<meta[^>]{0,200}charset ?= ?[""']?([A-Za-z0-9_.:-]{3,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaCharset();

    [GeneratedRegex(
        @"\bHTML\b.*(mail|message|courriel|client|navigateur|browser|view|affich|lire|read|Programm|lesen|correo|posta)"
        + @"|(mail|message|courriel|client|view|affich|Nachricht|correo|mensaje|messaggio).*\bHTML\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Placeholder();
}
