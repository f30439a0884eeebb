using FollowUp.Application.Delivery;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>Hands mails to a mail service.</summary>
public interface IMailSender
{
    /// <summary>Hands over one mail. Returns once the service has accepted it.</summary>
    /// <param name="mail">The mail. A repeat has the same <see cref="OutgoingMail.MessageId"/>, by which the service may recognise it.</param>
    /// <param name="at">The date of the mail.</param>
    /// <param name="cancellation">Cancels the attempt; the service may have accepted the mail.</param>
    /// <exception cref="ThrottledException">The service takes no mail at the moment; the mail itself was not judged.</exception>
    /// <exception cref="AddressRejectedException">The address takes no mail; the mail must not be tried again.</exception>
    /// <exception cref="DeliveryRejectedException">The service rejected the mail; it is tried again later.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <remarks>Thread-safe. Any other exception, such as a lost connection, leaves open whether the mail was accepted; it is tried again later.</remarks>
    Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation);
}
