using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Application.Delivery;
using FollowUp.Web.Api.Requests;
using MimeKit;
using NodaTime;

namespace FollowUp.Web.InboundMail;

/// <summary>A message as a mail gateway brought it (RFC 5322), and what is asked of it before anybody reads its words.</summary>
sealed partial class InboundMessage(MimeMessage mime)
{
    /// <summary>A message may name a thousand addresses; ours is among the first.</summary>
    const int MaxTokens = 10;

    /// <summary>Where a gateway or a reader's program may have put the address that a mail was sent to.</summary>
    static readonly string[] RecipientHeaders =
    [
        "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To", "X-RCPT-TO", "Resent-To",
    ];

    static readonly ParserOptions Limits = new() { MaxMimeDepth = 32, MaxAddressGroupDepth = 3 };

    public MimeMessage Mime => mime;

    /// <summary>Who wrote it: one address in small letters, its domain in ASCII; null when it names nobody, or several and no sender.</summary>
    public string? Sender { get; } = NormalizeAddress(
        mime.From.Mailboxes.Take(2).ToArray() is [var one] ? one : mime.Sender);

    /// <summary>Whatever may be a project's token, in the order of the headers.</summary>
    public ImmutableArray<string> Tokens { get; } = FindTokens(mime.Headers.Where(h => RecipientHeaders.Contains(h.Field, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The projects whose mails it says that it answers. Anybody can say so.</summary>
    public ImmutableArray<string> RepliedProjectIds { get; } =
    [
        .. mime.References.Take(50).Append(mime.InReplyTo).OfType<string>().Select(MessageIds.ParseProjectId).OfType<string>().Distinct(),
    ];

    /// <summary>When it was written; null when it does not say, or says what no calendar has.</summary>
    public Instant? WrittenAt { get; } = mime.Date.Year > 1 ? Instant.FromDateTimeOffset(mime.Date) : null;

    /// <exception cref="FormatException">It is no message.</exception>
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

    /// <summary>What tells this message from every other: its Message-ID, or all that it says where it has none.</summary>
    public string Fingerprint(string text) => string.IsNullOrEmpty(mime.MessageId)
        ? IdempotencyKeyHeader.Digest("", Sender ?? "", mime.Date.ToString("O", CultureInfo.InvariantCulture), mime.Subject ?? "", text)
        : IdempotencyKeyHeader.Digest(mime.MessageId);

    /// <summary>An address as it is compared; null when it is none.</summary>
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
