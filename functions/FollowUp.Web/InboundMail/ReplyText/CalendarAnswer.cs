using FollowUp.Web.Shared.Wording;
using MimeKit;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// The answer that a calendar sends when somebody accepts or declines an appointment (RFC 5546). It often has no text; its subject says what was answered.
/// </summary>
static class CalendarAnswer
{
    const int MaxParts = 100;
    const int MaxLength = 500;

    static readonly string[] Methods = ["REPLY", "COUNTER", "DECLINECOUNTER"];

    /// <summary>The subject of such an answer; null for any other mail.</summary>
    public static string? Find(MimeMessage mail) => mail.BodyParts.Take(MaxParts).Any(IsAnswer) && mail.Subject is { Length: > 0 } subject
        ? ReadableText.Clean(subject.Length > MaxLength ? subject[..MaxLength] : subject).ToOneLine()
        : null;

    static bool IsAnswer(MimeEntity part) =>
        part.ContentType.IsMimeType("text", "calendar") && Methods.Contains(part.ContentType.Parameters["method"], StringComparer.OrdinalIgnoreCase);
}
