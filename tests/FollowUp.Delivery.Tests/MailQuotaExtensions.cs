using FollowUp.Application.Ports;
using FollowUp.Delivery.Quotas;
using NodaTime;

namespace FollowUp.Delivery.Tests;

static class MailQuotaExtensions
{
    public static Task<Instant?> TakeNow(this MailQuota quota, OutgoingMail mail, Instant now) =>
        quota.TakeOrGetRetryAt(mail, now, TestContext.Current.CancellationToken);
}
