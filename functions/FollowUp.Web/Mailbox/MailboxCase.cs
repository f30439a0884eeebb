using System.Collections.Immutable;
using FollowUp.Application.Ports;

namespace FollowUp.Web;

/// <summary>What the mailbox page shows.</summary>
/// <param name="Mails">Newest first.</param>
public sealed record MailboxCase(ImmutableArray<MailboxEntry> Mails, string? To, string? ProjectId, DayWords Days);

/// <summary>One mail, opened.</summary>
public sealed record MailCase(MailboxEntry Kept, DayWords Days);
