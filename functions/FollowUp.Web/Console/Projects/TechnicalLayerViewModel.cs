using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Web.Links.Fetches;

namespace FollowUp.Web.Console.Projects;

/// <summary>Records beside the timeline: link fetches, refusals and readings from the audit log, and the messages of the outbox.</summary>
/// <param name="Audit">Newest first, <see cref="MaxAuditEntries"/> at most.</param>
/// <param name="Messages">Oldest first.</param>
/// <param name="Mails">The mails that were kept as they left.</param>
public sealed record TechnicalLayerViewModel(ImmutableArray<AuditEntry> Audit, ImmutableArray<OutboxEntry> Messages, ImmutableArray<SentMail> Mails)
{
    public const int MaxAuditEntries = 200;

    public IEnumerable<AuditEntry> Fetches => Audit.Where(e => e.What == LinkFetchLog.AuditAction);

    public IEnumerable<AuditEntry> Others => Audit.Where(e => e.What != LinkFetchLog.AuditAction);

    /// <summary>The mails that left, newest first, each as it left; null where it was not kept or is erased.</summary>
    public IEnumerable<(OutboxEntry Entry, SentMail? Mail)> SentMails => Messages
        .Where(entry => entry is { State: MessageState.Sent, Message.Kind: not MessageKind.Webhook })
        .OrderByDescending(entry => entry.DueAt)
        .Select(entry => (entry, Mails.FirstOrDefault(mail => mail.MessageId == entry.Message.Id)));

    /// <summary>By the time they were sent or dropped, or are due, newest first.</summary>
    public IEnumerable<OutboxEntry> NewestMessages => Messages.Reverse().OrderByDescending(m => m.DueAt);
}
