using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Application.Delivery;
using FollowUp.Web.Api.Requests;
using MimeKit;
using NodaTime;

namespace FollowUp.Web.InboundMail;

/// <summary>A message as the mail gateway sent it (RFC 5322), with the facts that decide what it is before its text is read.</summary>
sealed partial class InboundMessage(MimeMessage mime)
{
    /// <summary>The most addresses that are read; a message may name a thousand.</summary>
    const int MaxTokens = 10;

    /// <summary>Headers in which a gateway or a mail program may write the recipient's address.</summary>
    static readonly string[] RecipientHeaders =
    [
        "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To", "X-RCPT-TO", "Resent-To",
    ];

    static readonly ParserOptions Limits = new() { MaxMimeDepth = 32, MaxAddressGroupDepth = 3 };

    public MimeMessage Mime => mime;

    /// <summary>The author's address in lower case, its domain in ASCII; null when there is none, or several without a Sender.</summary>
    public string? Sender { get; } = NormalizeAddress(
        mime.From.Mailboxes.Take(2).ToArray() is [var one] ? one : mime.Sender);

    /// <summary>Texts that may be a project's token, in the order of the headers.</summary>
    public ImmutableArray<string> Tokens { get; } = FindTokens(mime.Headers.Where(h => RecipientHeaders.Contains(h.Field, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The projects whose mails the message claims to answer. The claim proves nothing.</summary>
    public ImmutableArray<string> RepliedProjectIds { get; } =
    [
        .. mime.References.Take(50).Append(mime.InReplyTo).OfType<string>().Select(MessageIds.ParseProjectId).OfType<string>().Distinct(),
    ];

    /// <summary>The Date of the message; null when it is missing or invalid.</summary>
    public Instant? WrittenAt { get; } = mime.Date.Year > 1 ? Instant.FromDateTimeOffset(mime.Date) : null;

    /// <exception cref="FormatException">The bytes are no message.</exception>
    public static InboundMessage Read(ReadOnlyMemory<byte> raw)
    {
        using var stream = new MemoryStream(raw.ToArray(), writable: false);
        return new InboundMessage(MimeMessage.Load(Limits, stream));
    }

    public static ImmutableArray<string> FindTokens(IEnumerable<Header> headers) =>
    [
        .. headers.SelectMany(h => Token().Matches(h.Value ?? "")).Select(m => m.Groups[1].Value).Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxTokens),
    ];

    /// <summary>Identifies the message: its Message-ID, or its whole content when it has none.</summary>
    public string Fingerprint(string text) => string.IsNullOrEmpty(mime.MessageId)
        ? IdempotencyKeyHeader.Digest("", Sender ?? "", mime.Date.ToString("O", CultureInfo.InvariantCulture), mime.Subject ?? "", text)
        : IdempotencyKeyHeader.Digest(mime.MessageId);

    /// <summary>Normalizes an address for comparison; null when it is invalid.</summary>
    public static string? NormalizeAddress(string? address) => MailboxAddress.TryParse(address ?? "", out var mailbox) ? NormalizeAddress(mailbox) : null;

    static string? NormalizeAddress(MailboxAddress? mailbox)
    {
        if (mailbox?.Address is not { Length: > 2 and <= 320 } address || address.IndexOf('@', StringComparison.Ordinal) <= 0)
        {
            return null;
        }

        try
        {
            return MailboxAddress.EncodeAddrspec(address).Trim().ToLower(CultureInfo.InvariantCulture);
        }
        catch (Exception odd) when (odd is ArgumentException or FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\+([A-Za-z2-7]{16})@", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
