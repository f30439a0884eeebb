using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Delivery.Mailbox;
using FollowUp.Delivery.Smtp;
using FollowUp.Web.Mails;
using Microsoft.Extensions.Options;
using MimeKit;

namespace FollowUp.Local.Hosting;

/// <summary>The mail settings of the local host, and the sender that they choose.</summary>
static class MailSetup
{
    /// <summary>Sends mails to the mail server of the settings. A demo, and a host without a mail server, store them in the mailbox.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, bool demo)
    {
        services.Configure<MailSenderOptions>(configuration.GetSection(MailSenderOptions.Section));
        services.Configure<SmtpOptions>(configuration.GetSection(SmtpOptions.Section));
        services.Configure<MailOptions>(configuration.GetSection(MailSenderOptions.Section));
        services.AddOptions<MailOptions>().PostConfigure<IOptionsFactory<MailSenderOptions>>((mail, sender) =>
        {
            // Replies go to the domain that mails come from, unless a setting names another domain or an address.
            if (configuration["Mail:ReplyDomain"] is null && mail.ReplyAddress is not { Length: > 0 } && MailboxAddress.TryParse(sender.Create(Options.DefaultName).FromAddress, out var from))
            {
                mail.ReplyDomain = from.Domain;
            }
        });
        services.AddSmtp().AddSingleton<MailboxMailSender>();
        return services.AddSingleton<IMailSender>(s => ActivatorUtilities.CreateInstance<LocalMailSender>(s, demo));
    }

    /// <summary>Whether mails are stored in the mailbox instead of being sent.</summary>
    public static bool UsesMailbox(SmtpOptions smtp, bool demo) => demo || !smtp.IsConfigured;
}
