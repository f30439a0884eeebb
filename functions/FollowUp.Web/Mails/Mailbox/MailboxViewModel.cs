using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.Mailbox;

/// <summary>What the mailbox page shows.</summary>
/// <param name="Mails">Newest first.</param>
/// <param name="ShowsStaffMails">Whether mails to staff are among them.</param>
public sealed record MailboxViewModel(ImmutableArray<MailboxEntry> Mails, string? To, string? ProjectId, bool ShowsStaffMails, DateTimeText Days);

/// <summary>One mail of the mailbox.</summary>
public sealed record MailViewModel(MailboxEntry Kept, DateTimeText Days);
