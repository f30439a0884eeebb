using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Web.Mails.Addressing;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;
using NodaTime;

namespace FollowUp.Local.Mail;

/// <summary>An outgoing mail as it travels: text and HTML for the reader to choose from, and the calendar entry beside them.</summary>
static class MimeMessageBuilder
{
    /// <param name="from">The department's address.</param>
    public static MimeMessage Build(OutgoingMail mail, MailboxAddress from, Instant at)
    {
        var message = new MimeMessage
        {
            MessageId = MessageIds.Format(mail.MessageId, from.Domain),
            Date = new ZonedDateTime(at, WorkingCalendar.France.Zone).ToDateTimeOffset(),
            Subject = mail.Subject,
        };
        message.From.Add(new MailboxAddress(mail.FromName, from.Address));
        message.To.Add(new MailboxAddress(mail.ToName, mail.To));
        if (MailboxAddress.TryParse(mail.ReplyTo, out var replyTo))
        {
            message.ReplyTo.Add(replyTo);
        }

        foreach (var (name, value) in mail.Headers)
        {
            message.Headers.Replace(name, value);
        }

        message.Body = BuildBody(mail);
        return message;
    }

    static MimeEntity BuildBody(OutgoingMail mail)
    {
        var choice = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = mail.Text },
            new TextPart(TextFormat.Html) { Text = mail.Html },
        };
        foreach (var part in choice.OfType<TextPart>())
        {
            part.ContentTransferEncoding = ContentEncoding.QuotedPrintable;
        }

        if (mail.Calendar is not { } calendar)
        {
            return choice;
        }

        var entry = new TextPart("calendar")
        {
            Text = calendar,
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "rendez-vous.ics" },
        };
        entry.ContentType.Parameters.Add("method", "PUBLISH");
        return new Multipart("mixed") { choice, entry };
    }
}
