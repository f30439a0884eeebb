using System.Runtime.InteropServices;
using System.Text;
using FollowUp.Application.Delivery;
using FollowUp.Domain.Text;
using FollowUp.Web.InboundMail.ReplyText;
using FollowUp.Web.InboundMail.Reports;
using FollowUp.Web.InboundMail.Senders;
using MimeKit;
using NodaTime;

namespace FollowUp.Web.InboundMail.Messages;

/// <summary>Reads the facts of a raw message. Nothing in it is rendered, fetched or run.</summary>
static class InboundMessageReader
{
    static readonly ParserOptions Limits = CreateLimits();

    /// <param name="raw">The message, within the limits of <see cref="MessageLimits"/>.</param>
    /// <param name="authenticatedBy">See <see cref="InboundMailOptions.AuthenticatedBy"/>.</param>
    /// <exception cref="FormatException">The bytes are no message.</exception>
    /// <returns>Null for a message without From.</returns>
    public static InboundMessage? Read(ReadOnlyMemory<byte> raw, string? authenticatedBy = null)
    {
        var bytes = MemoryMarshal.TryGetArray(raw, out var array) ? array : new ArraySegment<byte>(raw.ToArray());

        // Some gateways put an empty line before the headers, which would end them.
        var blank = bytes.AsSpan().IndexOfAnyExcept((byte)'\r', (byte)'\n') is > 0 and var written ? written : 0;
        using var stream = new MemoryStream(bytes.Array!, bytes.Offset + blank, bytes.Count - blank, writable: false);

        // Persistent: the parts refer to the bytes and do not copy them.
        using var mime = MimeMessage.Load(Limits, stream, persistent: true);
        return mime.Headers.Contains(HeaderId.From) ? Read(mime, authenticatedBy) : null;
    }

    /// <summary>
    /// Makes every encoding that .NET has known to MimeKit, which decodes subjects, names and winmail.dat by those that are registered before its first use. May be
    /// called again.
    /// </summary>
    public static void RegisterEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    static ParserOptions CreateLimits()
    {
        RegisterEncodings();
        return new ParserOptions { MaxMimeDepth = 32, MaxAddressGroupDepth = 3 };
    }

    static InboundMessage Read(MimeMessage mime, string? authenticatedBy)
    {
        var sender = ReadSender(mime);
        var content = ReplyContent.Read(mime);
        return new InboundMessage(
            sender,
            SenderAuthentication.Read(mime.Headers, sender, authenticatedBy),
            ReplyTokenFinder.FindInRecipients(mime.Headers),
            [.. mime.References.Take(50).Append(mime.InReplyTo).OfType<string>().Select(MessageIds.ParseProjectId).OfType<string>().Distinct()],
            mime.Date.Year > 1 ? Instant.FromDateTimeOffset(mime.Date) : null,
            mime.MessageId,
            mime.Subject ?? "",
            AutomaticSigns.Find(mime, content.Words),
            MailReportReader.Read(mime),
            content);
    }

    /// <summary>The one author; where From names several, the Sender. With two From headers nobody knows which one was checked.</summary>
    static string? ReadSender(MimeMessage mime) => mime.Headers.Where(h => h.Id == HeaderId.From).Take(2).ToArray() is not [var from] ? null
        : FromHeader.FindAddresses(mime.From, from.Value) is [var one] ? one
        : Normalize(mime.Sender);

    /// <summary>The form for comparison; null for what is no address.</summary>
    public static string? Normalize(MailboxAddress? mailbox) =>
        mailbox?.Address is { Length: > 2 and <= 320 } address && address.IndexOf('@', StringComparison.Ordinal) > 0
            ? MailAddress.Normalize(address)
            : null;
}
