using Azure.Communication.Email;
using Azure.Core;
using FollowUp.Application;

namespace FollowUp.Functions.AzureServices;

/// <summary>Puts the senders of mail together, from the outside in: retries, quota, Azure.</summary>
static class MailServices
{
    public static IMailCourier Courier(
        EmailClient client, AcsOptions options, IMailLedger ledger, TimeProvider time, Metrics? metrics = null)
    {
        var budget = new MailBudget(ledger, new MailLimits(options.PerMinute, options.PerHour), metrics);
        return new PatientMail(new BudgetedMail(new AcsMail(client, options, time), budget), options.Timeout, time);
    }

    /// <summary>Options without retries of the SDK: <see cref="PatientMail"/> retries, and two layers of retries would multiply.</summary>
    public static EmailClientOptions Once()
    {
        var options = new EmailClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.Mode = RetryMode.Fixed;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
