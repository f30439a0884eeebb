using FollowUp.Application.Ports;
using FollowUp.Delivery.Mailbox;
using FollowUp.Functions.Hosting;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions.Mail;

/// <summary>Chooses how mails leave.</summary>
static class MailRegistration
{
    /// <summary>Registers the mail service that the settings name. A developer's machine without one keeps mails in the mailbox page.</summary>
    /// <exception cref="InvalidOperationException">
    /// In Azure no mail service is named, or one is named and the app was built without its client.
    /// </exception>
    public static IServiceCollection AddMailSender(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Mail:Endpoint"] is { Length: > 0 })
        {
            return services.AddAzureMail(configuration);
        }

        return StoreRegistration.UsesConnectionString(configuration)
            ? services.AddSingleton<IMailSender, MailboxMailSender>().Configure<PagesOptions>(pages => pages.MailboxPage = true)
            : throw new InvalidOperationException("The setting Mail__Endpoint is missing.");
    }
}
