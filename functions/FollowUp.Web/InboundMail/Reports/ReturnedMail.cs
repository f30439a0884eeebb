using System.Collections.Immutable;
using FollowUp.Web.InboundMail.Messages;
using MimeKit;

namespace FollowUp.Web.InboundMail.Reports;

/// <summary>The copy of the mail that a report is about, or its headers.</summary>
/// <param name="Tokens">Texts in its Reply-To that may be a project's token.</param>
/// <param name="MessageIds">Its Message-ID, which may hold a proof that we wrote it.</param>
sealed record ReturnedMail(ImmutableArray<string> Tokens, ImmutableArray<string> MessageIds)
{
    public static readonly ReturnedMail None = new([], []);

    public static ReturnedMail FromHeaders(IReadOnlyCollection<Header> headers) => new(
        ReplyTokenFinder.Find(headers.Where(h => h.Id == HeaderId.ReplyTo)),
        [.. headers.Where(h => h.Id == HeaderId.MessageId).Take(5).Select(h => h.Value.Trim()).Distinct()]);

    /// <summary>Finds the copies among the parts of a report.</summary>
    public static ReturnedMail FromParts(IEnumerable<MimeEntity> parts) => FromHeaders([.. parts.SelectMany(ReadHeaders)]);

    static IEnumerable<Header> ReadHeaders(MimeEntity part) => part switch
    {
        MessagePart { Message: { } message } => message.Headers,
        MimePart { Content: { } content } headers when headers.ContentType.MimeType.EndsWith("-headers", StringComparison.OrdinalIgnoreCase)
            => Parse(content),
        _ => [],
    };

    static HeaderList Parse(IMimeContent content)
    {
        try
        {
            using var stream = content.Open();
            return MimeMessage.Load(stream).Headers;
        }
        catch (FormatException)
        {
            return new HeaderList();
        }
    }
}
