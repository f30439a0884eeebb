using FollowUp.Application.Ports;
using FollowUp.Web.Mails;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Local.Mail;

/// <summary>Keeps mails on this machine, to be read in the mailbox: for the demo, and until a mail server is configured.</summary>
public sealed class MailboxMailSender(IMailbox mailbox, IOptions<MailOptions> options) : IMailSender
{
    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) =>
        await mailbox.Put(mail, at, options.Value.FromAddress, cancellation);
}
