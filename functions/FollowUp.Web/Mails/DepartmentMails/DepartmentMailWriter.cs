using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Web.Legal;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Mails.Rendering;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>
/// Writes the department's own mails, from the data at the time of sending. The interface exists because the Application does not know this
/// project.
/// </summary>
sealed class DepartmentMailWriter(
    MorningDigestMailBuilder digests, WeeklyReportMailBuilder reports, ComplaintReceiptMailBuilder receipts, StaffMailBuilder staff, MailRenderer renderer,
    IOptionsMonitor<MailOptions> department, IOptionsMonitor<PagesOptions> pages) : IDepartmentMailWriter
{
    public async ValueTask<OutgoingMail?> Write(DepartmentMail mail, CancellationToken cancellation)
    {
        var addressed = mail.Kind switch
        {
            DepartmentMailKind.MorningDigest => await digests.Build(mail, cancellation),
            DepartmentMailKind.WeeklyReport => await reports.Build(mail, cancellation),
            DepartmentMailKind.ComplaintReceipt => await receipts.Build(mail, cancellation),
            DepartmentMailKind.Invitation => await staff.BuildInvitation(mail, cancellation),
            DepartmentMailKind.HandOver => await staff.BuildHandOver(mail, cancellation),
            DepartmentMailKind.TakeOverRequest => await staff.BuildTakeOver(mail, cancellation),
            _ => throw new UnreachableException($"No rule for {mail.Kind}."),
        };
        if (addressed is not { To: var to, Name: var name, Content: var text })
        {
            return null;
        }

        var names = department.CurrentValue;
        var foot = text.WithLegalLinks(pages.CurrentValue);
        return MailHeaderGuard.EnsureSingleLines(new OutgoingMail(
            mail.Id, addressed.ProjectId, to, name, names.DepartmentName, names.FormatReplyAddress(), text.Subject, PlainTextRenderer.Render(foot),
            await renderer.RenderHtml(foot), AutomaticMailHeaders.All, MailWriter.GetLinks(text)));
    }
}
