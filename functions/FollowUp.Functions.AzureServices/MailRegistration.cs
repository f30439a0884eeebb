using Azure;
using Azure.Communication.Email;
using Azure.Core;
using FollowUp.Application.Delivery;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Delivery.Quotas;
using FollowUp.Delivery.Retries;

namespace FollowUp.Functions.AzureServices;

/// <summary>Puts the senders of mail together, from the outside in: retries, quota, Azure.</summary>
static class MailRegistration
{
    public static IMailSender Courier(
        EmailClient client, AcsOptions options, IMailQuotaStore ledger, TimeProvider time, Metrics? metrics = null)
    {
        var budget = new MailQuota(ledger, new MailQuotaLimits(options.PerMinute, options.PerHour), metrics);
        return new RetryingMailSender(
            new RateLimitedMailSender(new AcsMailSender(client, options, time), budget), IsTransient, options.Timeout, time);
    }

    /// <summary>Options without retries of the SDK: <see cref="RetryingMailSender"/> retries, and two layers of retries would multiply.</summary>
    public static EmailClientOptions Once()
    {
        var options = new EmailClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.Mode = RetryMode.Fixed;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }

    /// <summary>The service did not answer, or failed: status 0 stands for no answer.</summary>
    static bool IsTransient(Exception failure) => failure is RequestFailedException { Status: 0 or 408 or >= 500 };
}
