using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using FollowUp.Web.InboundMail.Messages;
using FollowUp.Web.InboundMail.Senders;
using FollowUp.Web.Mails.Addressing;

namespace FollowUp.Web.InboundMail.Reports;

/// <summary>
/// Handles reports of other mail services. A report counts only for a mail of ours, proven by the token or the Message-ID in the returned copy
/// or by the mail's own return address, and only for the address that the mail went to.
/// </summary>
sealed class MailReportHandler(IProjectStore store, ReplyTokens tokens, BounceHandler bounces)
{
    /// <returns>Null for a report that the client passed on: it is the client's mail.</returns>
    public async Task<InboundMailResult?> Handle(InboundMessage message, MailReport report, CancellationToken cancellation)
    {
        var project = await FindProject(message, report, cancellation);
        var email = project is null ? null : (await store.LoadDossier(project, cancellation))?.Email;
        if (report.IsInsideMail && MailAddress.AreSame(message.Sender, email))
        {
            return null;
        }

        if (message.Authenticity == Authenticity.Forged)
        {
            return new InboundMailResult.Ignored(project, "forged-report");
        }

        return report.Kind switch
        {
            MailReportKind.Reading => new InboundMailResult.Ignored(null, "reading-notice"),
            MailReportKind.Other => new InboundMailResult.Ignored(null, "report"),
            MailReportKind.Delivery when !report.HasFailed => new InboundMailResult.Ignored(project, "delivery-delayed"),
            MailReportKind.Delivery when report is { RefusedAddresses.IsEmpty: true, RefusesUnnamed: false }
                => new InboundMailResult.Ignored(project, "not-the-address"),
            _ when email is null || !IsAbout(report, email) => new InboundMailResult.Ignored(project, "report-of-another-mail"),
            _ => await CloseMails(project, email, report.Kind == MailReportKind.Complaint, cancellation),
        };
    }

    static bool IsAbout(MailReport report, string email) => report.Kind == MailReportKind.Complaint
        ? report.RecipientDomain is null || report.RecipientDomain == MailAddress.Normalize(email).Split('@')[^1]
        : report.RefusesUnnamed || report.RefusedAddresses.Any(address => MailAddress.AreSame(address, email));

    async Task<InboundMailResult> CloseMails(string? project, string email, bool isComplaint, CancellationToken cancellation)
    {
        await bounces.Handle(email, isComplaint, cancellation);
        return new InboundMailResult.AddressRefused(project, isComplaint ? "complaint" : "bounce");
    }

    /// <summary>The id of the project whose mail the report is about; null when nothing proves that it is ours.</summary>
    async Task<string?> FindProject(InboundMessage message, MailReport report, CancellationToken cancellation)
    {
        if (await tokens.FindProject(store, [.. report.Returned.Tokens, .. message.Tokens], cancellation) is { Project.Id: var id })
        {
            return id;
        }

        foreach (var messageId in report.Returned.MessageIds)
        {
            if (await tokens.FindByMessageId(messageId, cancellation) is { } project)
            {
                return project;
            }
        }

        return null;
    }
}
