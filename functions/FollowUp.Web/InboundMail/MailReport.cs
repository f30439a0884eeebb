using System.Collections.Immutable;
using MimeKit;

namespace FollowUp.Web.InboundMail;

/// <summary>What another mail service reports of a mail of ours: a delivery status (RFC 3464), a spam complaint (RFC 5965), a reading (RFC 8098).</summary>
/// <param name="Tokens">What the mail that it reports on says to be answered to: the proof that it is ours.</param>
/// <param name="RefusedAddresses">The addresses that took no mail, for good.</param>
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
            InboundMessage.FindTokens(report.OfType<MessagePart>().SelectMany(part => part.Message?.Headers.AsEnumerable() ?? [])
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
        RecipientFields.Select(name => InboundMessage.NormalizeAddress(group[name]?.Split(';')[^1].Trim()));

    /// <summary>The headers alone of the mail that came back, where a service returns no more of it.</summary>
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

enum MailReportKind
{
    Delivery,
    Complaint,
    Reading,
    Other,
}
