using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Web.Links.Fetches;

namespace FollowUp.Web.Console.Projects;

/// <summary>
/// What machines did around a project, apart from its timeline: links fetched by whomever, what was refused and read, mails and webhooks on
/// their way. None of it is a sign of life.
/// </summary>
/// <param name="Audit">Newest first, <see cref="MaxAuditEntries"/> at most.</param>
/// <param name="Messages">Oldest first.</param>
public sealed record TechnicalLayerViewModel(ImmutableArray<AuditEntry> Audit, ImmutableArray<OutboxEntry> Messages)
{
    public const int MaxAuditEntries = 200;

    public IEnumerable<AuditEntry> Fetches => Audit.Where(e => e.What == LinkFetchLog.AuditAction);

    public IEnumerable<AuditEntry> Others => Audit.Where(e => e.What != LinkFetchLog.AuditAction);

    /// <summary>By when they left, were dropped or are due.</summary>
    public IEnumerable<OutboxEntry> NewestMessages => Messages.Reverse().OrderByDescending(m => m.DueAt);
}
