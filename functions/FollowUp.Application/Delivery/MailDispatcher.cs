using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>Sends a mail and handles an address that takes none.</summary>
static class MailDispatcher
{
    /// <summary>Sends a mail. A rejected address is reported to all its projects.</summary>
    /// <returns>Null when the mail was sent, <see cref="DeliveryNotes.AddressRejected"/> when its address takes none.</returns>
    /// <remarks>It throws what <see cref="IMailSender.Send"/> throws, but for <see cref="AddressRejectedException"/>.</remarks>
    public static async Task<string?> Send(
        IMailSender sender, BounceHandler bounces, OutgoingMail mail, Instant now, CancellationToken cancellation)
    {
        try
        {
            await sender.Send(mail, now, cancellation);
            return null;
        }
        catch (AddressRejectedException)
        {
            // Before the message is dropped: after a crash in between, the next attempt is rejected again and reported again.
            await bounces.Handle(mail.To, complaint: false, cancellation);
            return DeliveryNotes.AddressRejected;
        }
    }
}
