using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using NodaTime.Text;

namespace FollowUp.Web.Mails.Mailbox;

/// <summary>A mail of the mailbox as JSON.</summary>
/// <param name="At">RFC 3339, Paris time.</param>
/// <param name="Links">The addresses in the body, the main one first.</param>
sealed record MailboxEntryResponse(
    string Id, string At, string From, string To, string Subject, string Text, string Html, ImmutableDictionary<string, string> Headers,
    ImmutableArray<string> Links)
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DictionaryKeyPolicy = null,
    };

    public static MailboxEntryResponse Of(MailboxEntry kept, WorkingCalendar calendar) => new(
        kept.Mail.MessageId,
        OffsetDateTimePattern.Rfc3339.Format(kept.At.InZone(calendar.Zone).ToOffsetDateTime()),
        kept.From,
        kept.Mail.To,
        kept.Mail.Subject,
        kept.Mail.Text,
        kept.Mail.Html,
        kept.Mail.Headers.SetItem("Reply-To", kept.Mail.ReplyTo),
        kept.Mail.Links);
}
