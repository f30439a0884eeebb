using FollowUp.Application.Delivery;
using FollowUp.Domain.Text;
using FollowUp.Web.InboundMail.Reports;
using FollowUp.Web.InboundMail.ReplyText;
using FollowUp.Web.InboundMail.Senders;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime;

namespace FollowUp.Web.InboundMail.Messages;

/// <summary>Reads the facts of a raw message. Nothing in it is rendered, fetched or run.</summary>
sealed class InboundMessageReader(IOptionsMonitor<InboundMailOptions> options)
{
    static readonly ParserOptions Limits = new() { MaxMimeDepth = 32, MaxAddressGroupDepth = 3 };

    /// <exception cref="FormatException">The bytes are no message.</exception>
    /// <returns>Null for a message without From.</returns>
    public InboundMessage? Read(ReadOnlyMemory<byte> raw)
    {
        using var stream = new MemoryStream(raw.ToArray(), writable: false);
        using var mime = MimeMessage.Load(Limits, stream);
        return mime.Headers.Contains(HeaderId.From) ? Read(mime) : null;
    }

    InboundMessage Read(MimeMessage mime)
    {
        var sender = ReadSender(mime);
        return new InboundMessage(
            sender,
            SenderAuthentication.Read(mime.Headers, sender, options.CurrentValue.AuthenticatedBy),
            ReplyTokenFinder.FindInRecipients(mime.Headers),
            [.. mime.References.Take(50).Append(mime.InReplyTo).OfType<string>().Select(MessageIds.ParseProjectId).OfType<string>().Distinct()],
            mime.Date.Year > 1 ? Instant.FromDateTimeOffset(mime.Date) : null,
            mime.MessageId,
            mime.Subject ?? "",
            AutoReplyDetector.DetectReason(mime),
            MailReport.Of(mime),
            ReplyContent.Read(mime));
    }

    /// <summary>The one author; where From names several, the Sender.</summary>
    static string? ReadSender(MimeMessage mime) => Normalize(mime.From.Mailboxes.Take(2).ToArray() is [var one] ? one : mime.Sender);

    /// <summary>The form for comparison; null for what is no address.</summary>
    public static string? Normalize(MailboxAddress? mailbox) =>
        mailbox?.Address is { Length: > 2 and <= 320 } address && address.IndexOf('@', StringComparison.Ordinal) > 0 ? MailAddress.Normalize(address) : null;
}
