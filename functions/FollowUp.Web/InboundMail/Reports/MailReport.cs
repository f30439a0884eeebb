using System.Collections.Immutable;
using FollowUp.Web.InboundMail.Messages;
using MimeKit;

namespace FollowUp.Web.InboundMail.Reports;

/// <summary>A report of another mail service: a delivery status (RFC 3464), a spam complaint (RFC 5965) or a read receipt (RFC 8098).</summary>
/// <param name="Tokens">Reply tokens in the returned mail; a valid one proves that the mail is ours.</param>
/// <param name="RefusedAddresses">The addresses that refused the mail permanently.</param>
sealed record MailReport(MailReportKind Kind, ImmutableArray<string> Tokens, ImmutableArray<string> RefusedAddresses)
{
    static readonly string[] RecipientFields = ["Final-Recipient", "Original-Recipient"];

    public static MailReport? Of(MimeMessage mail)
    {
        if (mail.Body is not Multipart report || !report.ContentType.IsMimeType("multipart", "report"))
        {
            return null;
        }

        var recipients = report.OfType<MessageDeliveryStatus>().SelectMany(status => status.StatusGroups.Skip(1)).Take(20).ToArray();
        return new MailReport(
            KindOf(report),
            ReplyTokenFinder.Find(report.OfType<MessagePart>().SelectMany(part => part.Message?.Headers.AsEnumerable() ?? [])
                .Concat(report.OfType<TextPart>().SelectMany(ReturnedHeaders))
                .Where(h => h.Id == HeaderId.ReplyTo)),
            [.. recipients.Where(IsPermanent).SelectMany(Recipients).OfType<string>().Distinct()]);
    }

    static MailReportKind KindOf(Multipart report)
    {
        var type = report.ContentType.Parameters["report-type"] ?? "";
        bool Is(string name) => string.Equals(type, name, StringComparison.OrdinalIgnoreCase);
        return Is("delivery-status") || report.OfType<MessageDeliveryStatus>().Any() ? MailReportKind.Delivery
            : Is("feedback-report") ? MailReportKind.Complaint
            : Is("disposition-notification") ? MailReportKind.Reading
            : MailReportKind.Other;
    }

    static bool IsPermanent(HeaderList group) =>
        string.Equals(group["Action"]?.Split(';', '(', ' ')[0], "failed", StringComparison.OrdinalIgnoreCase)
        && group["Status"]?.TrimStart().StartsWith("5.", StringComparison.Ordinal) == true;

    static IEnumerable<string?> Recipients(HeaderList group) =>
        RecipientFields.Select(name => ReadAddress(group[name]));

    static string? ReadAddress(string? field) =>
        MailboxAddress.TryParse(field?.Split(';')[^1].Trim() ?? "", out var mailbox) ? InboundMessageReader.Normalize(mailbox) : null;

    /// <summary>The headers of the returned mail, for services that return nothing more.</summary>
    static IEnumerable<Header> ReturnedHeaders(TextPart part)
    {
        if (!part.ContentType.IsMimeType("text", "rfc822-headers") || part.Content is null)
        {
            return [];
        }

        try
        {
            using var stream = part.Content.Open();
            return MimeMessage.Load(stream).Headers;
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
