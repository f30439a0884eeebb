using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Delivery.Mailbox;

/// <summary>Stores mails in the mailbox of the installation instead of sending them: for demos, and until a mail service is configured.</summary>
public sealed class MailboxMailSender(IMailbox mailbox, IOptionsMonitor<MailSenderOptions> sender) : IMailSender
{
    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) =>
        await mailbox.Put(mail, at, sender.CurrentValue.FromAddress, cancellation);
}
