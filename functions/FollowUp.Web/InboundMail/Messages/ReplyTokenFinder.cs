using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MimeKit;

namespace FollowUp.Web.InboundMail.Messages;

/// <summary>Finds texts in headers that may be the token of a reply address.</summary>
static partial class ReplyTokenFinder
{
    /// <summary>The most tokens that are looked up; a message may name a thousand addresses.</summary>
    const int MaxTokens = 10;

    /// <summary>Headers in which a gateway or a mail program may write the recipient's address.</summary>
    static readonly string[] RecipientHeaders =
    [
        "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To", "X-RCPT-TO", "Resent-To",
    ];

    public static ImmutableArray<string> FindInRecipients(HeaderList headers) =>
        Find(headers.Where(h => RecipientHeaders.Contains(h.Field, StringComparer.OrdinalIgnoreCase)));

    public static ImmutableArray<string> Find(IEnumerable<Header> headers) =>
    [
        .. headers.SelectMany(h => Token().Matches(h.Value ?? "")).Select(m => m.Groups[1].Value).Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxTokens),
    ];

    [GeneratedRegex(@"\+([A-Za-z2-7]{16})@", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
