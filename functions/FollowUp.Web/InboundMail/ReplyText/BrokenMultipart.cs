using System.Text.RegularExpressions;
using MimeKit;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Finds text that stands in no part: a multipart whose boundary is missing or wrong has it before its first or after its last part. Mail programs show it where
/// there is nothing else.
/// </summary>
static partial class BrokenMultipart
{
    const int MaxMultiparts = 20;
    const int MaxLength = 64 * 1024;

    public static IEnumerable<string> FindTexts(MimeEntity? body)
    {
        var waiting = new Queue<Multipart>(body is Multipart root ? [root] : []);
        for (var looked = 0; looked < MaxMultiparts && waiting.TryDequeue(out var multipart); looked++)
        {
            foreach (var text in new[] { multipart.Preamble, multipart.Epilogue })
            {
                if (!string.IsNullOrWhiteSpace(text) && !Notice().IsMatch(text.Length > 300 ? text[..300] : text))
                {
                    yield return text.Length > MaxLength ? text[..MaxLength] : text;
                }
            }

            foreach (var inner in multipart.OfType<Multipart>())
            {
                waiting.Enqueue(inner);
            }
        }
    }

    /// <summary>What programs write there for readers without MIME.</summary>
    [GeneratedRegex(@"\bMIME\b|multi-?part", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notice();
}
