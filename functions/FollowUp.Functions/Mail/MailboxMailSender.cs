using FollowUp.Application.Ports;
using FollowUp.Web.Mails;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Functions.Mail;

/// <summary>On a developer's machine: no mail leaves, the mailbox page shows them.</summary>
public sealed class MailboxMailSender(IMailbox mailbox, IOptions<MailOptions> options) : IMailSender
{
    public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) =>
        mailbox.Put(mail, at, options.Value.FromAddress, cancellation).AsTask();
}
