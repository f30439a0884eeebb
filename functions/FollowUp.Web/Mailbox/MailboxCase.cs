using System.Collections.Immutable;
using FollowUp.Application;

namespace FollowUp.Web;

/// <summary>What the mailbox page shows.</summary>
/// <param name="Mails">Newest first.</param>
public sealed record MailboxCase(ImmutableArray<KeptMail> Mails, string? To, string? ProjectId, DayWords Days);

/// <summary>One mail, opened.</summary>
public sealed record MailCase(KeptMail Kept, DayWords Days);
