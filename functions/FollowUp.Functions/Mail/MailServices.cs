using Azure.Communication.Email;
using Azure.Core;
using Azure.Identity;
using FollowUp.Application;
using FollowUp.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions;

/// <summary>Mail leaves through Azure: patience outside, then the budget, then one attempt.</summary>
static class MailServices
{
    /// <summary>On a developer's machine, without a mail service, mails stay in the mailbox page.</summary>
    /// <exception cref="InvalidOperationException">In Azure no mail service is named.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(AcsOptions.Section).Get<AcsOptions>() ?? new AcsOptions();
        if (options.Endpoint is not { } endpoint)
        {
            return StorePorts.IsDevelopers(configuration)
                ? services.AddSingleton<IMailCourier, KeptMails>().Configure<PagesOptions>(pages => pages.MailboxPage = true)
                : throw new InvalidOperationException("The setting Mail__Endpoint is missing.");
        }

        return services.AddSingleton(s => Courier(
            new EmailClient(endpoint, new DefaultAzureCredential(), Once()),
            options,
            s.GetRequiredService<IMailLedger>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<Metrics>()));
    }

    public static IMailCourier Courier(
        EmailClient client, AcsOptions options, IMailLedger ledger, TimeProvider time, Metrics? metrics = null)
    {
        var budget = new MailBudget(ledger, new MailLimits(options.PerMinute, options.PerHour), metrics);
        return new PatientMail(new BudgetedMail(new AcsMail(client, options, time), budget), options.Timeout, time);
    }

    /// <summary>No retries in the SDK: two owners of retries would multiply each other.</summary>
    public static EmailClientOptions Once()
    {
        var options = new EmailClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.Mode = RetryMode.Fixed;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
