using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>Lets a mail through to its courier when the budget has room for it.</summary>
public sealed class RateLimitedMailSender(IMailSender courier, MailQuota budget) : IMailSender
{
    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        if (await budget.TakeOrGetRetryAt(mail, at, cancellation) is { } until)
        {
            throw new ThrottledException(until);
        }

        try
        {
            await courier.Send(mail, at, cancellation);
        }
        catch (ThrottledException busy)
        {
            await budget.CloseUntil(busy.Until, cancellation);
            throw;
        }
    }
}
