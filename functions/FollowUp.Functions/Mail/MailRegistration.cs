using FollowUp.Application.Ports;
using FollowUp.Delivery.Mailbox;
using FollowUp.Functions.Hosting;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions.Mail;

/// <summary>Registers the sender of mails.</summary>
static class MailRegistration
{
    /// <summary>
    /// Registers the mail service that the settings name. A developer's machine, which connects to the tables by a connection string, may have
    /// none: mails are then stored in the mailbox and shown on its page.
    /// </summary>
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
