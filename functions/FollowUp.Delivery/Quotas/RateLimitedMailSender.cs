using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Delivery.Quotas;

/// <summary>Passes a mail on when the quota allows it. A service that throttles closes the quota for every sender that shares it.</summary>
public sealed class RateLimitedMailSender(IMailSender sender, MailQuota quota) : IMailSender
{
    /// <exception cref="ThrottledException">The quota is used up, or the mail service throttled; it names the time of the next attempt.</exception>
    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        if (await quota.TakeOrGetRetryAt(mail, at, cancellation) is { } retryAt)
        {
            throw new ThrottledException(retryAt);
        }

        try
        {
            await sender.Send(mail, at, cancellation);
        }
        catch (ThrottledException throttled)
        {
            await quota.CloseUntil(throttled.Until, cancellation);
            throw;
        }
    }
}
