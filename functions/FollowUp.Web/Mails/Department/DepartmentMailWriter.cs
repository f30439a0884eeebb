using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using Microsoft.Extensions.Options;

namespace FollowUp.Web;

/// <summary>Writes the mails that no project owes: gathers what they say at the moment they leave.</summary>
sealed class DepartmentMailWriter(
    MorningDigestLetters digests, WeeklyReportLetters reports, ComplaintReceiptLetters receipts, MailRenderer renderer, IOptions<MailOptions> department) : IDepartmentMailWriter
{
    public async ValueTask<OutgoingMail?> Write(DepartmentMail mail, CancellationToken cancellation)
    {
        var letter = mail.Kind switch
        {
            DepartmentMailKind.MorningDigest => await digests.Write(mail, cancellation),
            DepartmentMailKind.WeeklyReport => await reports.Write(mail, cancellation),
            DepartmentMailKind.ComplaintReceipt => await receipts.Write(mail, cancellation),
            _ => throw new ArgumentException($"{mail.Kind} is no mail of the department.", nameof(mail)),
        };
        if (letter is not { To: var to, Name: var name, Text: var text })
        {
            return null;
        }

        var names = department.Value;
        return MailFields.Checked(new OutgoingMail(
            mail.Id, letter.ProjectId, to, name, names.DepartmentName, names.ReplyTo(), text.Subject, PlainText.Of(text),
            await renderer.Html(text), ImmutableDictionary<string, string>.Empty, MailWriter.LinksOf(text)));
    }
}

/// <summary>A mail and whom it goes to.</summary>
sealed record DepartmentLetter(string To, string? Name, MailText Text)
{
    /// <summary>The project that the mail is kept with; null for none.</summary>
    public string? ProjectId { get; init; }
}
