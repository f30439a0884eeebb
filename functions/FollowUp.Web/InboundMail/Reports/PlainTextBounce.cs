using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Application.Delivery;
using FollowUp.Web.InboundMail.ReplyText;
using MimeKit;

namespace FollowUp.Web.InboundMail.Reports;

/// <summary>
/// Reads bounces without a delivery status: those of Exim, of qmail, and of Postfix whose parts were lost on the way. They name the address in
/// the text, say why, and append the returned mail.
/// </summary>
static partial class PlainTextBounce
{
    /// <summary>The longest part of the text in characters that is read.</summary>
    const int MaxLength = 64 * 1024;

    const int MaxLines = 2_000;

    static readonly string[] Servers = ["mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon"];

    public static MailReport? Read(MimeMessage mail)
    {
        if (!IsFromMailServer(mail))
        {
            return null;
        }

        var text = ReadText(mail.Body);
        var lines = text.Split('\n').Take(MaxLines).ToArray();
        var copy = Array.FindIndex(lines, line => BeginsCopy().IsMatch(line));
        var own = copy < 0 ? lines : lines[..copy];
        var named = mail.Headers["X-Failed-Recipients"]?.Split(',').Take(50).Select(DeliveryStatus.ReadAddress).OfType<string>().ToArray() ?? [];
        if (named.Length == 0 && !SpeaksOfFailure().IsMatch(string.Join('\n', own.Take(60))))
        {
            return null;
        }

        var returned = copy < 0 ? ReturnedMail.FromParts(mail.BodyParts.Take(20)) : ReadCopy(lines[copy..]);
        var isDelay = SpeaksOfDelay().IsMatch(string.Join('\n', own.Take(60)));
        var refused = isDelay ? [] : FindRefused(own, named).Distinct().ToArray();
        return new MailReport(MailReportKind.Delivery, returned, [.. refused], HasFailed: !isDelay);
    }

    static bool IsFromMailServer(MimeMessage mail) => mail.Headers.Contains("X-Failed-Recipients")
        || mail.Headers["Return-Path"]?.Replace(" ", "", StringComparison.Ordinal) is "<>"
        || mail.From.Mailboxes.Take(2).Any(from => Servers.Contains((from.Address ?? "").Split('@')[0], StringComparer.OrdinalIgnoreCase));

    static string ReadText(MimeEntity? body)
    {
        var part = body as TextPart ?? (body as Multipart)?.OfType<TextPart>().FirstOrDefault(p => p.IsPlain);
        if (part?.Content is not { } content)
        {
            return "";
        }

        var bytes = new byte[MaxLength];
        using var stream = content.Open();
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return ReadableText.Clean(TextCharset.Decode(bytes.AsSpan(0, length), part.ContentType.Charset, isCut: length == bytes.Length));
    }

    /// <summary>The addresses that take no mail: each stands on a line of its own, followed by the reason.</summary>
    static IEnumerable<string> FindRefused(string[] lines, string[] named)
    {
        var places = lines.Select((line, i) => (Address: ReadAddressLine(line), At: i)).Where(place => place.Address is not null).ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            var (start, end) = (places[i].At, i + 1 < places.Length ? places[i + 1].At : lines.Length);
            var said = string.Join(' ', lines[start..end].Select(line => line.Trim()));
            var reason = said.Replace(places[i].Address!, "", StringComparison.OrdinalIgnoreCase);
            var isToRecipient = reason.Contains("RCPT TO", StringComparison.OrdinalIgnoreCase);
            if ((named.Length == 0 || named.Contains(places[i].Address)) && AddressRefusal.IsPermanent(null, reason, isToRecipient))
            {
                yield return places[i].Address!;
            }
        }
    }

    /// <summary>The address that a line names, alone or with a colon after it; null for another line.</summary>
    static string? ReadAddressLine(string line) => AddressLine().Match(line) is { Success: true } match
        ? DeliveryStatus.ReadAddress(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
        : null;

    static ReturnedMail ReadCopy(string[] lines)
    {
        // The copy begins with its headers, after a line that announces it.
        var headers = lines.SkipWhile(line => !HeaderLine().IsMatch(line)).TakeWhile(line => line.Length > 0);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", headers) + "\r\n\r\n"));
        try
        {
            return ReturnedMail.FromHeaders([.. MimeMessage.Load(stream).Headers]);
        }
        catch (FormatException)
        {
            return ReturnedMail.None;
        }
    }

    [GeneratedRegex(
        @"^-{2,}.{0,40}(copy|below this line|returned|original|message follows|copie|retour).{0,120}|^(Return-Path|Received|Reply-To"
        + @"|DKIM-Signature|Message-ID|MIME-Version): ?\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeginsCopy();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]{1,60}: ?\S", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLine();

    /// <summary>
    /// Exim: two spaces and the address. qmail and Postfix: the address in angle brackets and a colon. SmarterMail: a label before it. Exchange: quotes around it and
    /// the date behind.
    /// </summary>
    [GeneratedRegex(@"^\s{0,8}(?:Failed Recipient: ?)?['<]?([^\s<>:;,']{1,64}@[^\s<>:;,']{1,255})[>']?(?:\s*:.*|\s*\(.{0,200}\)|\s+on [0-9].{0,60})?$"
        + @"|^\s{0,8}<([^\s<>]{1,64}@[^\s<>]{1,255})>:", RegexOptions.CultureInvariant)]
    private static partial Regex AddressLine();

    [GeneratedRegex(
        @"qmail-send|Hi\. This is the|permanent fatal errors|could not deliver message|did not reach (some or all|the following)|was not delivered to|mail delivery (software|system|failed)|This is the mail system|could not be delivered"
        + @"|couldn't be delivered|was(n't| not) able to deliver|delivery (has )?failed"
        + @"|undeliver|failed for good|permanent (error|failure)|n'a pas pu être (remis|délivré)|échec|konnte nicht zugestellt|no se (pudo"
        + @"|ha podido) entregar|non (è stato possibile|ha potuto) (recapitare|consegnare)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksOfFailure();

    [GeneratedRegex(@"will be (retried|attempted again)|(has|have) not yet been delivered|\bdelayed\b|THIS IS A WARNING"
        + @"|no action is required|sera retentée", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksOfDelay();
}
