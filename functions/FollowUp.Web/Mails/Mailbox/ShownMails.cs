using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Mails.Mailbox;

/// <summary>The mails of the mailbox that its page may show; see <see cref="PagesOptions.MailboxShowsStaffMails"/>.</summary>
sealed class ShownMails(IMailbox mailbox, IDirectory directory, IOptionsMonitor<PagesOptions> options)
{
    public bool IncludeStaff => options.CurrentValue.MailboxShowsStaffMails;

    /// <inheritdoc cref="IMailbox.List"/>
    public async Task<ImmutableArray<MailboxEntry>> List(string? to, string? projectId, int limit, CancellationToken cancellation)
    {
        var mails = await mailbox.List(to, projectId, limit, cancellation);
        if (IncludeStaff)
        {
            return mails;
        }

        var staff = await LoadStaff(cancellation);
        return [.. mails.Where(kept => !staff.Contains(kept.Mail.To))];
    }

    /// <summary>A mail by its message id; null when there is none, or it is not shown.</summary>
    public async Task<MailboxEntry?> Find(string id, CancellationToken cancellation) =>
        await mailbox.Find(id, cancellation) is { } kept && (IncludeStaff || !(await LoadStaff(cancellation)).Contains(kept.Mail.To)) ? kept : null;

    async Task<HashSet<string>> LoadStaff(CancellationToken cancellation) =>
        (await directory.AllStaff(cancellation)).Select(s => s.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
