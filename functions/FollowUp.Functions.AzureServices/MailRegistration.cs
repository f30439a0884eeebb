using Azure;
using Azure.Communication.Email;
using Azure.Core;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Delivery.Quotas;
using FollowUp.Delivery.Retries;

namespace FollowUp.Functions.AzureServices;

/// <summary>Builds the sender of mails. Decorator order: retry, quota, Azure.</summary>
static class MailRegistration
{
    public static IMailSender CreateSender(
        EmailClient client, AcsOptions options, IMailQuotaStore quotaStore, TimeProvider time, Metrics? metrics = null)
    {
        var quota = new MailQuota(quotaStore, new MailQuotaLimits(options.PerMinute, options.PerHour), metrics);
        return new RetryingMailSender(
            new RateLimitedMailSender(new AcsMailSender(client, options, time), quota), IsTransient, options.Timeout, time);
    }

    /// <summary>Options without retries of the SDK: <see cref="RetryingMailSender"/> retries, and two layers of retries would multiply.</summary>
    public static EmailClientOptions CreateClientOptions()
    {
        var options = new EmailClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.Mode = RetryMode.Fixed;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }

    /// <summary>Whether the service did not answer (status 0), timed out or failed.</summary>
    static bool IsTransient(Exception failure) => failure is RequestFailedException { Status: 0 or 408 or >= 500 };
}
