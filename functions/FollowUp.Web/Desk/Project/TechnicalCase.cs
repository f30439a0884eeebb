using System.Collections.Immutable;
using FollowUp.Application.Ports;

namespace FollowUp.Web;

/// <summary>
/// What machines did around a project, apart from its timeline: links fetched by whomever, what was refused and read, mails and webhooks on
/// their way. None of it is a sign of life.
/// </summary>
/// <param name="Audit">Newest first, <see cref="AtMost"/> at most.</param>
/// <param name="Messages">Oldest first.</param>
public sealed record TechnicalCase(ImmutableArray<AuditEntry> Audit, ImmutableArray<OutboxEntry> Messages)
{
    public const int AtMost = 200;

    public IEnumerable<AuditEntry> Fetches => Audit.Where(e => e.What == LinkFetches.What);

    public IEnumerable<AuditEntry> Others => Audit.Where(e => e.What != LinkFetches.What);

    /// <summary>By when they left, were dropped or are due.</summary>
    public IEnumerable<OutboxEntry> NewestMessages => Messages.Reverse().OrderByDescending(m => m.DueAt);
}
