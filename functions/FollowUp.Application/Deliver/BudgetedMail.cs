using NodaTime;

namespace FollowUp.Application;

/// <summary>Lets a mail through to its courier when the budget has room for it.</summary>
public sealed class BudgetedMail(IMailCourier courier, MailBudget budget) : IMailCourier
{
    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        if (await budget.Take(mail, at, cancellation) is { } until)
        {
            throw new CourierBusyException(until);
        }

        try
        {
            await courier.Send(mail, at, cancellation);
        }
        catch (CourierBusyException busy)
        {
            await budget.Close(busy.Until, cancellation);
            throw;
        }
    }
}
