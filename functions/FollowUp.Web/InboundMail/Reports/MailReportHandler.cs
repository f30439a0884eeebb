using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using FollowUp.Web.InboundMail.Messages;
using FollowUp.Web.Mails.Addressing;

namespace FollowUp.Web.InboundMail.Reports;

/// <summary>Handles reports of other mail services. A report counts only for a mail of ours, and only for the address that the mail went to.</summary>
sealed class MailReportHandler(IProjectStore store, ReplyTokens tokens, BounceHandler bounces)
{
    public async Task<InboundMailResult> Handle(MailReport report, CancellationToken cancellation)
    {
        var about = report.Kind is MailReportKind.Delivery or MailReportKind.Complaint ? await tokens.FindProject(store, report.Tokens, cancellation) : null;
        var project = about?.Project.Id;
        var email = project is null ? null : (await store.LoadDossier(project, cancellation))?.Email;
        switch (report.Kind)
        {
            case MailReportKind.Reading:
                return new InboundMailResult.Ignored(null, "reading-notice");
            case MailReportKind.Other:
                return new InboundMailResult.Ignored(null, "report");
            case MailReportKind.Delivery when report.RefusedAddresses.IsEmpty:
                return new InboundMailResult.Ignored(project, "delivery-delayed");
            case MailReportKind.Delivery when email is null || !report.RefusedAddresses.Any(address => MailAddress.AreSame(address, email)):
            case MailReportKind.Complaint when email is null:
                return new InboundMailResult.Ignored(project, "report-of-another-mail");
            default:
                await bounces.Handle(email!, report.Kind == MailReportKind.Complaint, cancellation);
                return new InboundMailResult.AddressRefused(project, report.Kind == MailReportKind.Complaint ? "complaint" : "bounce");
        }
    }
}
