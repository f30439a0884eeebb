using MimeKit;
using MimeKit.Tnef;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Unpacks winmail.dat, in which Outlook sends mails in rich text to readers outside its organisation (TNEF). A text that is only there as RTF is not read.
/// </summary>
static class OutlookText
{
    const int MaxParts = 100;

    /// <summary>The longest winmail.dat in encoded bytes that is unpacked: compressed text in it becomes up to nine times as long.</summary>
    const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>The body of the first winmail.dat; null without one that can be read.</summary>
    public static MimeEntity? Find(MimeEntity? body) => Enumerate(body).Select(Unpack).FirstOrDefault(unpacked => unpacked is not null)?.Body;

    /// <summary>How many files a winmail.dat holds; one, itself, when it cannot be read.</summary>
    public static int CountFiles(TnefPart part) => Unpack(part) is { } mail ? mail.Attachments.Take(MaxParts).Count() : 1;

    static IEnumerable<TnefPart> Enumerate(MimeEntity? body) => body switch
    {
        TnefPart alone => [alone],
        Multipart multipart => multipart.Take(MaxParts).OfType<TnefPart>(),
        _ => [],
    };

    static MimeMessage? Unpack(TnefPart part)
    {
        if (part.Content?.Stream is not { Length: > 0 and <= MaxBytes })
        {
            return null;
        }

        try
        {
            // The format has lengths and counts everywhere, and the library fails in many ways where they are wrong.
            return part.ConvertToMessage();
        }
        catch (Exception malformed) when (malformed is not OutOfMemoryException)
        {
            return null;
        }
    }
}
