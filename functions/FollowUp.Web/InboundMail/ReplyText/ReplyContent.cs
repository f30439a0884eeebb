using System.Text;
using System.Text.Unicode;
using FollowUp.Domain.Text;
using MimeKit;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>What the sender of a reply wrote.</summary>
/// <param name="Words">The new part of the text; empty without text.</param>
/// <param name="Attachments">How many files are attached.</param>
sealed record ReplyContent(string Words, int Attachments)
{
    /// <summary>The longest stored text in characters, as for a note.</summary>
    public const int MaxLength = 4_000;

    /// <summary>The longest text in characters that is examined; no one writes more by hand.</summary>
    const int MaxPartBytes = 512 * 1024;

    public static ReplyContent Read(MimeMessage mail)
    {
        var parts = mail.BodyParts.Take(200).ToArray();
        return new ReplyContent(Truncate(ReplyExtractor.Extract(FindText(parts))), parts.Count(IsAttached));
    }

    /// <summary>The text as it is stored: the words, and how many attachments there are.</summary>
    public string Format(Language language)
    {
        string Say(string french, string english) => new LocalizedText(french, english).In(language);
        return (Words.Length, Attachments) switch
        {
            (0, 0) => Say("(réponse sans texte)", "(reply without text)"),
            (_, 0) => Words,
            (_, 1) => $"{Words}\n\n{Say("(1 pièce jointe)", "(1 attachment)")}".Trim(),
            var (_, n) => $"{Words}\n\n{Say($"({n} pièces jointes)", $"({n} attachments)")}".Trim(),
        };
    }

    /// <summary>The plain text when there is one, otherwise the text of the HTML.</summary>
    static string FindText(IEnumerable<MimeEntity> parts)
    {
        var texts = parts.OfType<TextPart>().Where(p => !IsAttached(p)).Take(20).ToArray();
        foreach (var plain in texts.Where(p => p.IsPlain))
        {
            if (Decode(plain) is var text && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return texts.FirstOrDefault(p => p.IsHtml) is { } html ? HtmlTextExtractor.Extract(Decode(html)) : "";
    }

    static bool IsAttached(MimeEntity part) => part.IsAttachment || part is MessagePart
        || (part is MimePart { FileName: { Length: > 0 } } file && file.ContentId is null && part is not TextPart { IsHtml: true });

    static string Decode(TextPart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        var bytes = new byte[MaxPartBytes];
        using var content = part.Content.Open();
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return DetectEncoding(part, bytes.AsSpan(0, length)).GetString(bytes, 0, length);
    }

    /// <summary>The character set that the part names, unless the bytes are invalid in it: many programs name the wrong one.</summary>
    static Encoding DetectEncoding(TextPart part, ReadOnlySpan<byte> bytes)
    {
        var named = part.ContentType.CharsetEncoding;
        return named is null or { CodePage: 20127 or 65001 }
            ? Utf8.IsValid(bytes) || bytes.Length == MaxPartBytes ? System.Text.Encoding.UTF8 : WesternEuropean
            : named;
    }

    /// <summary>Windows-1252, which is Latin-1 with quotation marks and the euro sign.</summary>
    static Encoding WesternEuropean => CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? System.Text.Encoding.Latin1;

    static string Truncate(string words)
    {
        if (words.Length <= MaxLength)
        {
            return words;
        }

        var end = char.IsHighSurrogate(words[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{words[..end].TrimEnd()} […]";
    }
}
