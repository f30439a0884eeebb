using System.Text.RegularExpressions;
using MimeKit;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>A part whose Content-Type is no type, such as "text" alone. It is plain text (RFC 2045, 5.2).</summary>
static partial class UntypedPart
{
    public static bool Is(MimeEntity part) => part is MimePart { IsAttachment: false, FileName: null } and not TextPart
        && part.Headers[HeaderId.ContentType] is { } written && !Type().IsMatch(written);

    [GeneratedRegex(@"^\s*[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}", RegexOptions.CultureInvariant)]
    private static partial Regex Type();
}
