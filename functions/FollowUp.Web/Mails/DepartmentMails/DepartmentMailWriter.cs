using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Mails.Rendering;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Writes the mails that no project owes: gathers what they say at the moment they leave.</summary>
sealed class DepartmentMailWriter(
    MorningDigestMailBuilder digests, WeeklyReportMailBuilder reports, ComplaintReceiptMailBuilder receipts, MailRenderer renderer, IOptions<MailOptions> department) : IDepartmentMailWriter
{
    public async ValueTask<OutgoingMail?> Write(DepartmentMail mail, CancellationToken cancellation)
    {
        var letter = mail.Kind switch
        {
            DepartmentMailKind.MorningDigest => await digests.Build(mail, cancellation),
            DepartmentMailKind.WeeklyReport => await reports.Build(mail, cancellation),
            DepartmentMailKind.ComplaintReceipt => await receipts.Build(mail, cancellation),
            _ => throw new ArgumentException($"{mail.Kind} is no mail of the department.", nameof(mail)),
        };
        if (letter is not { To: var to, Name: var name, Content: var text })
        {
            return null;
        }

        var names = department.Value;
        return MailHeaderGuard.EnsureSingleLines(new OutgoingMail(
            mail.Id, letter.ProjectId, to, name, names.DepartmentName, names.FormatReplyAddress(), text.Subject, PlainTextRenderer.Render(text),
            await renderer.RenderHtml(text), ImmutableDictionary<string, string>.Empty, MailWriter.GetLinks(text)));
    }
}

/// <summary>A mail and whom it goes to.</summary>
sealed record AddressedMail(string To, string? Name, MailContent Content)
{
    /// <summary>The project that the mail is kept with; null for none.</summary>
    public string? ProjectId { get; init; }
}
