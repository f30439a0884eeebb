using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Tnef;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Counts the files that the sender attached. A picture that the HTML shows in its text is none; a photo that it does not refer to is one.
/// </summary>
static partial class AttachmentCounter
{
    /// <summary>The most parts that are looked at.</summary>
    const int MaxParts = 1_000;

    /// <summary>The most characters of HTML in which references are looked for.</summary>
    const int MaxHtml = 512 * 1024;

    /// <summary>Parts for programs, unless they are marked as attachments.</summary>
    static readonly string[] TechnicalTypes = ["text/calendar", "text/x-amp-html", "message/delivery-status", "message/disposition-notification"];

    static readonly string[] SignatureTypes =
        ["application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-keys"];

    public static int Count(MimeMessage mail)
    {
        var parts = mail.BodyParts.Take(MaxParts).ToArray();
        var files = parts.Where(IsAttached).ToArray();
        if (files.Length == 0)
        {
            return 0;
        }

        var shown = FindReferences(parts);
        var outlook = files.OfType<TnefPart>().FirstOrDefault();
        return files.Sum(file => file == outlook ? OutlookText.CountFiles(outlook) : IsShown(file, shown) ? 0 : 1);
    }

    /// <summary>Whether a part is no text of the mail.</summary>
    public static bool IsAttached(MimeEntity part) => part switch
    {
        _ when SignatureTypes.Contains(part.ContentType.MimeType, StringComparer.OrdinalIgnoreCase) => false,
        _ when part.IsAttachment => true,
        MessagePart => true,
        TextPart { IsHtml: true } => false,
        TextPart text => !IsTechnical(text) && text.FileName is { Length: > 0 },
        MimePart other => !IsTechnical(other) && !UntypedPart.Is(other),
        _ => false,
    };

    /// <summary>Whether a part is for programs, as an invitation is or the reaction of Gmail.</summary>
    public static bool IsTechnical(MimeEntity part) => TechnicalTypes.Contains(part.ContentType.MimeType, StringComparer.OrdinalIgnoreCase)
        || (part is TextPart && part.ContentType.MediaSubtype.StartsWith("vnd.", StringComparison.OrdinalIgnoreCase));

    static bool IsShown(MimeEntity part, HashSet<string> shown) => !part.IsAttachment
        && ((part.ContentId is { Length: > 0 } id && shown.Contains("cid:" + id.Trim('<', '>', ' ')))
            || (part.ContentLocation is { } location && shown.Contains(location.OriginalString)));

    static HashSet<string> FindReferences(IEnumerable<MimeEntity> parts)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var html in parts.OfType<TextPart>().Where(p => p is { IsHtml: true, IsAttachment: false, Content: not null }).Take(5))
        {
            var bytes = new byte[MaxHtml];
            using var content = html.Content!.Open();
            var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            foreach (var match in Reference().EnumerateMatches(System.Text.Encoding.Latin1.GetString(bytes, 0, length)))
            {
                var reference = System.Text.Encoding.Latin1.GetString(bytes, match.Index, match.Length);
                found.Add(Uri.UnescapeDataString(reference[(reference.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim(' ', '"', '\'')));
                if (found.Count == MaxParts)
                {
                    return found;
                }
            }
        }

        return found;
    }

    [GeneratedRegex(@"\bcid:[^\s""'<>()\\=]{1,300}|\bsrc ?= ?(""[^""]{1,500}""|'[^']{1,500}'"
        + @"|[^\s""'>]{1,500})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
