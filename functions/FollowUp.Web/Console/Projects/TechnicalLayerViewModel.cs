using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Web.Links.Fetches;

namespace FollowUp.Web.Console.Projects;

/// <summary>Records beside the timeline: link fetches, refusals and readings from the audit log, and the messages of the outbox.</summary>
/// <param name="Audit">Newest first, <see cref="MaxAuditEntries"/> at most.</param>
/// <param name="Messages">Oldest first.</param>
public sealed record TechnicalLayerViewModel(ImmutableArray<AuditEntry> Audit, ImmutableArray<OutboxEntry> Messages)
{
    public const int MaxAuditEntries = 200;

    public IEnumerable<AuditEntry> Fetches => Audit.Where(e => e.What == LinkFetchLog.AuditAction);

    public IEnumerable<AuditEntry> Others => Audit.Where(e => e.What != LinkFetchLog.AuditAction);

    /// <summary>By the time they were sent or dropped, or are due, newest first.</summary>
    public IEnumerable<OutboxEntry> NewestMessages => Messages.Reverse().OrderByDescending(m => m.DueAt);
}
