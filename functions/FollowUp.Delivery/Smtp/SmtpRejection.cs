using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using FollowUp.Application.Delivery;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace FollowUp.Delivery.Smtp;

/// <summary>
/// Classifies the refusals of a mail server. A hard bounce is a permanent refusal of the recipient's address: 5.1.x of RFC 3463, or, from a
/// server without such codes, 550, 551 or 553 to the recipient (RFC 5321). Every other refusal is retried: temporary ones, and those about
/// the sender, the session, the message or a policy.
/// </summary>
static partial class SmtpRejection
{
    /// <returns>An <see cref="AddressRejectedException"/> for a hard bounce. The code reads <c>smtp-550</c> or <c>smtp-550-5.1.1</c>.</returns>
    public static DeliveryRejectedException ToException(SmtpCommandException refused)
    {
        var enhanced = EnhancedCode().Match(refused.Message) is { Success: true, Value: var value } ? value : null;
        var code = string.Create(CultureInfo.InvariantCulture, $"smtp-{(int)refused.StatusCode}{(enhanced is null ? "" : "-" + enhanced)}");
        return IsAboutRecipient(refused, enhanced) ? new AddressRejectedException(code) : new DeliveryRejectedException(code);
    }

    /// <summary>Whether the server does not answer or refuses the connection, so that the next mail would fail too.</summary>
    public static bool IsServerFailure(Exception failure) =>
        failure is IOException or SocketException or ProtocolException or AuthenticationException or SslHandshakeException;

    static bool IsAboutRecipient(SmtpCommandException refused, string? enhanced) => (refused.ErrorCode, (int)refused.StatusCode, enhanced) switch
    {
        (SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.UnexpectedStatusCode, _, _) => false,
        (_, < 500, _) => false,

        // 5.1.7 and 5.1.8 are about the sender's address.
        (_, _, { } known) => known.StartsWith("5.1.", StringComparison.Ordinal) && known is not ("5.1.7" or "5.1.8"),

        // After the message itself, a 550 without an enhanced code is mostly about the content.
        (SmtpErrorCode.RecipientNotAccepted, 550 or 551 or 553, null) => true,
        _ => false,
    };

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])")]
    private static partial Regex EnhancedCode();
}
