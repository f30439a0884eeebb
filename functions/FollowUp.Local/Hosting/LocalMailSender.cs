using FollowUp.Application.Ports;
using FollowUp.Delivery.Mailbox;
using FollowUp.Delivery.Smtp;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Local.Hosting;

/// <summary>
/// Sends each mail to the mail server that the settings name at that moment. A demo, and a host without a mail server, store it in the mailbox.
/// </summary>
sealed class LocalMailSender(MailboxMailSender mailbox, SmtpMailSender smtp, IOptionsMonitor<SmtpOptions> options, bool demo) : IMailSender
{
    public bool UsesMailbox => MailSetup.UsesMailbox(options.CurrentValue, demo);

    public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) =>
        UsesMailbox ? mailbox.Send(mail, at, cancellation) : smtp.Send(mail, at, cancellation);
}
