using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using FollowUp.Application.Delivery;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace FollowUp.Local.Mail;

/// <summary>
/// What a mail server's no means. Only a permanent one about the recipient's address is a hard bounce (RFC 3463: 5.1.x; a server without
/// such codes says 550, 551 or 553 to the recipient, RFC 5321). Whatever passes, and whatever is about the sender, the session, the
/// message or a policy, speaks of no address: the message is tried again.
/// </summary>
static partial class SmtpRejection
{
    public static DeliveryRejectedException ToException(SmtpCommandException refused)
    {
        var enhanced = EnhancedCode().Match(refused.Message) is { Success: true, Value: var value } ? value : null;
        var code = string.Create(CultureInfo.InvariantCulture, $"smtp-{(int)refused.StatusCode}{(enhanced is null ? "" : "-" + enhanced)}");
        return IsAboutRecipient(refused, enhanced) ? new AddressRejectedException(code) : new DeliveryRejectedException(code);
    }

    /// <summary>The server does not answer, or lets nobody in: the next mail would fare no better.</summary>
    public static bool IsServerFailure(Exception failure) =>
        failure is IOException or SocketException or ProtocolException or AuthenticationException or SslHandshakeException;

    static bool IsAboutRecipient(SmtpCommandException refused, string? enhanced) => (refused.ErrorCode, (int)refused.StatusCode, enhanced) switch
    {
        (SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.UnexpectedStatusCode, _, _) => false,
        (_, < 500, _) => false,

        // Of the addresses, 5.1.7 and 5.1.8 mean the sender's.
        (_, _, { } known) => known.StartsWith("5.1.", StringComparison.Ordinal) && known is not ("5.1.7" or "5.1.8"),

        // After the message itself, a bare 550 is mostly about what is in it.
        (SmtpErrorCode.RecipientNotAccepted, 550 or 551 or 553, null) => true,
        _ => false,
    };

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])")]
    private static partial Regex EnhancedCode();
}
