using System.Globalization;
using System.Net.Sockets;
using FollowUp.Application.Delivery;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace FollowUp.Delivery.Smtp;

/// <summary>
/// Classifies the refusals of a mail server. A hard bounce is a permanent refusal of the recipient's address (<see cref="AddressRefusal"/>). Every
/// other refusal is retried: temporary ones, and those about the sender, the session, the message or a policy.
/// </summary>
static class SmtpRejection
{
    /// <returns>An <see cref="AddressRejectedException"/> for a hard bounce. The code reads <c>smtp-550</c> or <c>smtp-550-5.1.1</c>.</returns>
    public static DeliveryRejectedException ToException(SmtpCommandException refused)
    {
        var enhanced = AddressRefusal.FindCode(refused.Message);
        var code = string.Create(CultureInfo.InvariantCulture, $"smtp-{(int)refused.StatusCode}{(enhanced is null ? "" : "-" + enhanced)}");
        return IsAboutRecipient(refused, enhanced) ? new AddressRejectedException(code) : new DeliveryRejectedException(code);
    }

    /// <summary>Whether the server does not answer or refuses the connection, so that the next mail would fail too.</summary>
    public static bool IsServerFailure(Exception failure) =>
        failure is IOException or SocketException or ProtocolException or AuthenticationException or SslHandshakeException;

    static bool IsAboutRecipient(SmtpCommandException refused, string? enhanced) => (refused.ErrorCode, (int)refused.StatusCode) switch
    {
        (SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.UnexpectedStatusCode, _) or (_, < 500) => false,

        // After the message itself, a 550 without an enhanced code is mostly about the content.
        (not SmtpErrorCode.RecipientNotAccepted, _) when enhanced is null => false,
        var (error, reply) => AddressRefusal.IsPermanent(
            status: null, string.Create(CultureInfo.InvariantCulture, $"{reply} {refused.Message}"), toRecipient: error == SmtpErrorCode.RecipientNotAccepted),
    };
}
