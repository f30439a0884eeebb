using System.Collections.Immutable;
using MimeKit;

namespace FollowUp.Web.InboundMail.Reports;

/// <summary>Reads a message as a report, wherever in it the report stands: some services wrap it, some add a part to it.</summary>
static class MailReportReader
{
    const int MaxParts = 100;

    /// <summary>The complaints after which no more mails are wanted (RFC 5965). "not-spam" (RFC 6430) says the opposite.</summary>
    static readonly string[] Complaints = ["abuse", "fraud", "opt-out", "opt-out-list"];

    public static MailReport? Read(MimeMessage mail) => FindReport(mail.Body) is { } found
        ? Read(found.Report) with { IsInsideMail = found.IsInside }
        : PlainTextBounce.Read(mail);

    /// <summary>The report, the nearest one first: the body itself, a part of it, or the body of an attached message.</summary>
    static (Multipart Report, bool IsInside)? FindReport(MimeEntity? body)
    {
        var waiting = new Queue<(MimeEntity Entity, bool IsInside)>();
        if (body is not null)
        {
            waiting.Enqueue((body, false));
        }

        for (var looked = 0; looked < MaxParts && waiting.TryDequeue(out var next); looked++)
        {
            switch (next.Entity)
            {
                case Multipart multipart when IsReport(multipart):
                    return (multipart, next.IsInside);
                case Multipart multipart:
                    foreach (var child in multipart.Take(MaxParts))
                    {
                        waiting.Enqueue((child, next.IsInside));
                    }

                    break;
                case MessagePart { Message.Body: { } inner } when !next.IsInside:
                    waiting.Enqueue((inner, true));
                    break;
            }
        }

        return null;
    }

    static bool IsReport(Multipart multipart) =>
        multipart.ContentType.IsMimeType("multipart", "report") || multipart.Any(child => child is MessageDeliveryStatus or MessageFeedbackReport);

    static MailReport Read(Multipart report)
    {
        var parts = report.Take(MaxParts).SelectMany(child => child is Multipart inner ? inner.Take(MaxParts) : [child]).ToArray();
        var returned = ReturnedMail.FromParts(parts);
        var type = report.ContentType.Parameters["report-type"] ?? "";
        bool Is(string name) => string.Equals(type, name, StringComparison.OrdinalIgnoreCase);
        var recipients = parts.OfType<MessageDeliveryStatus>().SelectMany(DeliveryStatus.Read).Take(MaxParts).ToArray();
        if (recipients.Length > 0 || Is("delivery-status") || parts.OfType<MessageDeliveryStatus>().Any())
        {
            var refused = recipients.Where(r => r.IsAddressRefused).ToArray();
            return new MailReport(
                MailReportKind.Delivery, returned, [.. refused.SelectMany(r => r.Addresses).Distinct()],
                RefusesUnnamed: refused.Any(r => r.Addresses.IsEmpty), HasFailed: recipients.Any(r => r.HasFailed));
        }

        return parts.OfType<MessageFeedbackReport>().FirstOrDefault() is { } feedback ? ReadFeedback(feedback, returned)
            : new MailReport(Is("disposition-notification") ? MailReportKind.Reading : MailReportKind.Other, returned, []);
    }

    static MailReport ReadFeedback(MessageFeedbackReport feedback, ReturnedMail returned)
    {
        var type = feedback.Fields["Feedback-Type"]?.Split(';', '(')[0].Trim();
        var recipient = DeliveryStatus.ReadAddress(feedback.Fields["Original-Rcpt-To"]);
        return new MailReport(
            Complaints.Contains(type, StringComparer.OrdinalIgnoreCase) ? MailReportKind.Complaint : MailReportKind.Other,
            returned, ImmutableArray<string>.Empty,
            RecipientDomain: recipient?.Split('@')[^1]);
    }
}
