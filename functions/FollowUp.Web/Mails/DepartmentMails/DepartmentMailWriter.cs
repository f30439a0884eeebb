using System.Diagnostics;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>
/// Writes the department's own mails, from the data at the time of sending. The interface exists because the Application does not know this
/// project.
/// </summary>
sealed class DepartmentMailWriter(
    MorningDigestMailBuilder digests, WeeklyReportMailBuilder reports, ComplaintReceiptMailBuilder receipts, StaffMailBuilder staff,
    SignInMailBuilder signIns, ProviderNewsMailBuilder providerNews, DepartmentMailComposer composer) : IDepartmentMailWriter
{
    public async ValueTask<OutgoingMail?> Write(DepartmentMail mail, CancellationToken cancellation)
    {
        var addressed = mail.Kind switch
        {
            DepartmentMailKind.MorningDigest => await digests.Build(mail, cancellation),
            DepartmentMailKind.WeeklyReport => await reports.Build(mail, cancellation),
            DepartmentMailKind.ComplaintReceipt => await receipts.Build(mail, cancellation),
            DepartmentMailKind.ComplaintAnswer => await receipts.BuildAnswer(mail, cancellation),
            DepartmentMailKind.Invitation => await staff.BuildInvitation(mail, cancellation),
            DepartmentMailKind.HandOver => await staff.BuildHandOver(mail, cancellation),
            DepartmentMailKind.TakeOverRequest => await staff.BuildTakeOver(mail, cancellation),
            DepartmentMailKind.UncoveredLanguages => await staff.BuildUncoveredLanguages(mail, cancellation),
            DepartmentMailKind.SignIn => await signIns.Build(mail, cancellation),
            DepartmentMailKind.SecondFactorChange => await staff.BuildSecondFactorChange(mail, cancellation),
            DepartmentMailKind.ProviderNews => await providerNews.Build(mail, cancellation),
            _ => throw new UnreachableException($"No rule for {mail.Kind}."),
        };
        return addressed is { To: var to, Name: var name, Content: var content }
            ? await composer.Compose(mail.Id, addressed.ProjectId, to, name, content, addressed.UnsubscribeAddress) with { IsSignIn = mail.Kind == DepartmentMailKind.SignIn }
            : null;
    }
}
