using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using MimeKit;
using MimeKit.Text;
using NodaTime;

namespace FollowUp.Delivery.Smtp;

/// <summary>Builds the MIME message of a mail: plain text and HTML as alternatives, and a calendar entry as an attachment.</summary>
static class MimeMessageBuilder
{
    /// <param name="mail">The mail.</param>
    /// <param name="from">The department's address. Its domain names the Message-ID.</param>
    /// <param name="at">The Date header, written in the time of Paris.</param>
    public static MimeMessage Build(OutgoingMail mail, MailboxAddress from, Instant at)
    {
        var message = new MimeMessage
        {
            MessageId = MessageIds.Format(mail.MessageId, from.Domain, mail.Proof),
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
        var alternatives = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = mail.Text },
            new TextPart(TextFormat.Html) { Text = mail.Html },
        };
        foreach (var part in alternatives.OfType<TextPart>())
        {
            part.ContentTransferEncoding = ContentEncoding.QuotedPrintable;
        }

        if (mail.Calendar is not { } calendar)
        {
            return alternatives;
        }

        var entry = new TextPart("calendar")
        {
            Text = calendar,
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "rendez-vous.ics" },
        };
        entry.ContentType.Parameters.Add("method", calendar.Contains("\nMETHOD:CANCEL\r", StringComparison.Ordinal) ? "CANCEL" : "PUBLISH");
        return new Multipart("mixed") { alternatives, entry };
    }
}
